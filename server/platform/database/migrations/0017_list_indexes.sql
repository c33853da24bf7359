-- Orders and filters that walked through every ticket ever logged: found by the plans of each list.
create index tickets_priority on fettle.tickets (priority, created_at, id);
create index tickets_due on fettle.tickets (due_at, id) where due_at is not null;
-- A lane of the board, and a status by itself.
create index tickets_status_priority on fettle.tickets (status, priority, created_at, id);
create index tickets_kind on fettle.tickets (kind, updated_at desc, id desc);
