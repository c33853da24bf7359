-- Time that people worked: of what kind, since when, and whether somebody has agreed to it.
create table fettle.work_types (
  id uuid primary key,
  name text not null,
  -- Whether time of this kind is billable unless somebody says otherwise.
  billable boolean not null,
  position integer not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index work_types_name on fettle.work_types (lower(name));
insert into fettle.work_types (id, name, billable, position, created_at, updated_at) values
  ('01990000-0000-7000-8000-000000000171', 'Remote', true, 1, now(), now()),
  ('01990000-0000-7000-8000-000000000172', 'On site', true, 2, now(), now()),
  ('01990000-0000-7000-8000-000000000173', 'Travel', true, 3, now(), now()),
  ('01990000-0000-7000-8000-000000000174', 'Internal', false, 4, now(), now());
call private.protect('work_types', 'global', 'select, insert, update');

alter table fettle.time_entries
  -- Known where somebody said from when to when; otherwise only how long it was.
  add column started_at timestamptz,
  add column work_type_id uuid references fettle.work_types (id),
  add column source text not null default 'hand' check (source in ('hand', 'reply', 'timer', 'draft')),
  add column state text not null default 'open' check (state in ('open', 'submitted', 'approved', 'returned')),
  add column returned_because text,
  add column decided_by uuid references fettle.staff (id),
  add column decided_at timestamptz,
  add column version integer not null default 1;
create index time_entries_submitted on fettle.time_entries (staff_id, worked_at) where state = 'submitted';
create index time_entries_id on fettle.time_entries (id);
create index time_entries_work_type on fettle.time_entries (work_type_id) where work_type_id is not null;
create index time_entries_decided_by on fettle.time_entries (decided_by) where decided_by is not null;

-- A stopwatch of one person on one ticket. Nobody else reads it, nor moves it along with the ticket: the key does.
create table fettle.timers (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  started_at timestamptz not null,
  -- Null: it is paused.
  running_since timestamptz,
  -- What ran before it was paused.
  kept_seconds integer not null default 0 check (kept_seconds >= 0),
  note text not null default '',
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
    on update cascade deferrable
);
create unique index timers_ticket on fettle.timers (client_id, ticket_id, staff_id);
create unique index timers_running on fettle.timers (staff_id) where running_since is not null;
create index timers_staff on fettle.timers (staff_id);
call private.protect('timers', 'staff_client');
create policy mine on fettle.timers as restrictive using (
  (select app.principal()) = 'system' or staff_id = (select app.staff()));

-- When a person had a ticket before them, from which drafts of their time are made. Nobody else reads it, and it is soon forgotten.
create table fettle.time_trails (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
    on update cascade deferrable
);
create index time_trails_ticket on fettle.time_trails (client_id, ticket_id, staff_id, until_at);
create index time_trails_staff on fettle.time_trails (staff_id, until_at);
call private.protect('time_trails', 'staff_client');
create policy mine on fettle.time_trails as restrictive using (
  (select app.principal()) = 'system' or staff_id = (select app.staff()));

-- How much of a day's activity on a ticket a person has settled, by confirming or refusing its draft.
create table fettle.time_settled (
  client_id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  day date not null,
  minutes integer not null check (minutes >= 0),
  primary key (client_id, ticket_id, staff_id, day),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
    on update cascade deferrable
);
create index time_settled_staff on fettle.time_settled (staff_id, day);
call private.protect('time_settled', 'staff_client');
create policy mine on fettle.time_settled as restrictive using (
  (select app.principal()) = 'system' or staff_id = (select app.staff()));
