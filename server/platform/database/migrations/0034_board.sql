-- Clocks that are not over, by when they are or were due: what is at risk and what is missed.
create index ticket_clocks_open_due on fettle.ticket_clocks (due_at, client_id, ticket_id) where stopped_at is null and due_at is not null;
create index ticket_clocks_waiting on fettle.ticket_clocks (changed_at, client_id, ticket_id) where stopped_at is null and pause_reason is not null;
