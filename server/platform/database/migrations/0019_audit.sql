-- The audit trail is read newest first.
create index events_at on fettle.events (at, id);
