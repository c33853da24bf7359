-- Boards that decide about changes together (CAB), their meetings, and what was done with each change in one.
create table fettle.cab_boards (
  id uuid primary key,
  name text not null,
  -- Its people; a step of an approval that asks this team is decided by the board.
  team_id uuid not null references fettle.teams (id),
  -- How many have to be there before anything is decided.
  quorum integer not null default 1 check (quorum between 1 and 100),
  recurrence jsonb,
  time_zone text not null,
  minutes integer not null default 15 check (minutes between 5 and 480),
  -- How long one change should take.
  item_minutes integer not null default 5 check (item_minutes between 1 and 120),
  place text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index cab_boards_name on fettle.cab_boards (lower(name));
create index cab_boards_team on fettle.cab_boards (team_id);
call private.protect('cab_boards', 'global');

create table fettle.cab_meetings (
  id uuid primary key,
  board_id uuid not null references fettle.cab_boards (id),
  state text not null default 'planned' check (state in ('planned', 'running', 'closed', 'cancelled')),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 5 and 480),
  place text not null default '',
  begun_at timestamptz,
  ended_at timestamptz,
  -- Counts up whenever its time or place changes: calendars keep the highest.
  sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index cab_meetings_when on fettle.cab_meetings (board_id, starts_at) where state <> 'cancelled';
create index cab_meetings_starts on fettle.cab_meetings (starts_at);
call private.protect('cab_meetings', 'global');

-- Who is there.
create table fettle.cab_presence (
  meeting_id uuid not null references fettle.cab_meetings (id),
  staff_id uuid not null references fettle.staff (id),
  at timestamptz not null,
  primary key (meeting_id, staff_id)
);
create index cab_presence_staff on fettle.cab_presence (staff_id);
call private.protect('cab_presence', 'global', 'select, insert, delete');

-- What was done with a change in a meeting. What is due but was not touched yet has no row.
create table fettle.cab_agenda (
  client_id uuid not null,
  meeting_id uuid not null references fettle.cab_meetings (id),
  change_id uuid not null,
  why text not null check (why in ('decide', 'afterwards', 'failed')),
  -- How long it was talked about, in seconds, and since when it is now.
  seconds integer not null default 0,
  begun_at timestamptz,
  outcome text check (outcome in ('approved', 'rejected', 'deferred', 'noted')),
  note text not null default '',
  done_at timestamptz,
  primary key (client_id, meeting_id, change_id),
  foreign key (client_id, change_id) references fettle.changes (client_id, ticket_id)
);
create index cab_agenda_change on fettle.cab_agenda (client_id, change_id);
create index cab_agenda_meeting on fettle.cab_agenda (meeting_id);
call private.protect('cab_agenda', 'staff_client', 'select, insert, update');
