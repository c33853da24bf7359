-- Tickets that were resolved in a time, whatever became of them since.
create index tickets_resolved_at on fettle.tickets (resolved_at desc) where resolved_at is not null;
