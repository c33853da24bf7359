-- What somebody said about a missed clock, for whoever reads why. It stands beside the clock, which can be rebuilt without it.
create table fettle.sla_justifications (
  client_id uuid not null,
  ticket_id uuid not null,
  target text not null,
  text text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (client_id, ticket_id, target),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
call private.protect('sla_justifications', 'client', 'select, insert, update, delete');

-- Clocks by when they were decided: missed, or else met. What still runs in time is not in it.
create index ticket_clocks_decided on fettle.ticket_clocks (client_id, (coalesce(breached_at, stopped_at)), ticket_id, target)
  where breached_at is not null or state = 'met';
