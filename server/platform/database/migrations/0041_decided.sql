-- Under row-level security an index is asked only by what the planner knows to tell nothing: a CASE is, a COALESCE is not.
drop index fettle.ticket_clocks_decided;
create index ticket_clocks_decided on fettle.ticket_clocks
  (client_id, (case when breached_at is null then stopped_at else breached_at end), ticket_id, target)
  where breached_at is not null or state = 'met';
