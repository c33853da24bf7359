-- Business calendars and the stopwatch of each ticket and target.

-- A calendar is never edited: a change is a new row of the same key, so a running clock keeps what it started under.
create table fettle.calendars (
  id uuid primary key,
  key text not null,
  version integer not null,
  name text not null,
  definition jsonb not null,
  created_at timestamptz not null,
  unique (key, version)
);
call private.protect('calendars', 'shared', 'select, insert');

create table fettle.ticket_clocks (
  client_id uuid not null,
  ticket_id uuid not null,
  target text not null check (target in ('first_response', 'next_update', 'resolution')),
  target_seconds integer not null check (target_seconds > 0),
  calendar_id uuid not null references fettle.calendars (id),
  policy jsonb not null,
  state text not null check (state in ('running', 'paused', 'met', 'breached', 'cancelled')),
  started_at timestamptz not null,
  consumed_seconds integer not null default 0,
  running_since timestamptz,
  pause_reason text,
  due_at timestamptz,
  next_threshold smallint,
  next_threshold_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz,
  primary key (client_id, ticket_id, target),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_clocks_due on fettle.ticket_clocks (next_threshold_at) where next_threshold_at is not null;
call private.protect('ticket_clocks', 'client', 'select, insert, update');
