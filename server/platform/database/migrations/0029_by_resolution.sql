-- Tickets in the order in which they were resolved, page by page; what a month's list in another order needs is read from here too.
drop index fettle.tickets_resolved_at;
create index tickets_resolved_at on fettle.tickets (resolved_at desc, id desc) include (client_id, requester_id, updated_at)
  where resolved_at is not null;
