-- Who is on call, whom to call when it matters, and the calls themselves.

create table fettle.on_call_schedules (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  team_id uuid references fettle.teams (id),
  layers jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index on_call_schedules_name on fettle.on_call_schedules (lower(name));
create index on_call_schedules_team on fettle.on_call_schedules (team_id) where team_id is not null;
call private.protect('on_call_schedules', 'global');

-- Of two that overlap, the one made later wins: ids sort by the time they were made.
create table fettle.on_call_overrides (
  id uuid primary key,
  schedule_id uuid not null references fettle.on_call_schedules (id) on delete cascade,
  staff_id uuid not null references fettle.staff (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null default '',
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  check (ends_at > starts_at)
);
create index on_call_overrides_schedule on fettle.on_call_overrides (schedule_id, ends_at);
create index on_call_overrides_staff on fettle.on_call_overrides (staff_id);
create index on_call_overrides_created_by on fettle.on_call_overrides (created_by) where created_by is not null;
call private.protect('on_call_overrides', 'global', 'select, insert, delete');

create table fettle.escalation_paths (
  id uuid primary key,
  name text not null,
  levels jsonb not null,
  repeat_times smallint not null,
  repeat_every_minutes integer not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index escalation_paths_name on fettle.escalation_paths (lower(name));
call private.protect('escalation_paths', 'global');

alter table fettle.teams add column escalation_path_id uuid references fettle.escalation_paths (id);
create index teams_escalation_path on fettle.teams (escalation_path_id) where escalation_path_id is not null;

-- A page: people called for a ticket, level after level, until somebody acknowledges. It keeps the path as it was when it began.
-- `level` and `round` are those told last, at `told_at`; `steps` is who was told when.
create table fettle.pages (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  path_id uuid references fettle.escalation_paths (id) on delete set null,
  plan jsonb not null,
  why text not null,
  state text not null check (state in ('paging', 'acknowledged', 'exhausted', 'ended')),
  level smallint not null,
  round smallint not null,
  told_at timestamptz not null,
  next_at timestamptz,
  told uuid[] not null default '{}',
  steps jsonb not null,
  failures smallint not null default 0,
  started_by text not null,
  acknowledged_by uuid references fettle.staff (id),
  acknowledged_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  check ((state = 'paging') = (next_at is not null))
);
create index pages_due on fettle.pages (next_at) where state = 'paging';
create unique index pages_one on fettle.pages (client_id, ticket_id, path_id) where state = 'paging';
create index pages_ticket on fettle.pages (client_id, ticket_id, created_at);
create index pages_id on fettle.pages (id);
create index pages_state on fettle.pages (state, created_at, id);
create index pages_path on fettle.pages (path_id) where path_id is not null;
create index pages_acknowledged_by on fettle.pages (acknowledged_by) where acknowledged_by is not null;
call private.protect('pages', 'staff_client', 'select, insert, update');
