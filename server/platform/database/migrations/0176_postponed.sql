-- A change that was postponed has not begun. That it had is in its log; the outage that came of it ends as one that was none.

alter table fettle.changes no force row level security;
alter table fettle.tickets no force row level security;
alter table fettle.outages no force row level security;
update fettle.outages o set withdrawn_at = now(), version = o.version + 1, updated_at = now()
from fettle.changes c join fettle.tickets t on t.client_id = c.client_id and t.id = c.ticket_id
where o.source = 'change' and o.source_id = c.ticket_id and o.withdrawn_at is null and not o.held
  and c.actual_start is not null and t.status = 'scheduled' and t.kind = 'change';
update fettle.changes c set actual_start = null, actual_end = null
from fettle.tickets t
where t.client_id = c.client_id and t.id = c.ticket_id and c.actual_start is not null and t.status = 'scheduled' and t.kind = 'change';
alter table fettle.outages force row level security;
alter table fettle.tickets force row level security;
alter table fettle.changes force row level security;
