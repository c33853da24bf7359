-- Business calendars and the stopwatch of each ticket and target.

-- A calendar's id follows from its content and it is never edited, so a clock keeps the hours it started under.
create table fettle.calendars (
  id uuid primary key,
  definition jsonb not null,
  created_at timestamptz not null
);
call private.protect('calendars', 'shared', 'select, insert');

create table fettle.ticket_clocks (
  client_id uuid not null,
  ticket_id uuid not null,
  target text not null check (target in ('first_response', 'next_update', 'resolution')),
  state text not null check (state in ('running', 'paused', 'met', 'breached', 'cancelled')),
  target_seconds integer not null check (target_seconds > 0),
  calendar_id uuid not null references fettle.calendars (id),
  thresholds smallint[] not null,
  started_at timestamptz not null,
  consumed_seconds integer not null default 0,
  running_since timestamptz,
  pause_reason text,
  due_at timestamptz,
  breached_at timestamptz,
  stopped_at timestamptz,
  passed_percent smallint not null default 0,
  next_percent smallint,
  next_threshold_at timestamptz,
  changed_at timestamptz not null,
  -- Where the target comes from, in words, and everything that happened to the clock: it rebuilds and explains it.
  source text not null,
  history jsonb not null,
  primary key (client_id, ticket_id, target),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_clocks_due on fettle.ticket_clocks (next_threshold_at) where next_threshold_at is not null;
call private.protect('ticket_clocks', 'client', 'select, insert, update');
