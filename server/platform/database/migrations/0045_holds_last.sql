-- A hold by hand lasts until somebody releases it, also where the ticket is over in between: what was held when it ended is held.
alter table fettle.ticket_clocks no force row level security;
update fettle.ticket_clocks k set held = substr(last.event ->> 'why', length('held: ') + 1)
from (
  select distinct on (o.client_id, o.ticket_id, o.target) o.client_id, o.ticket_id, o.target, h.event
  from fettle.ticket_clocks o cross join lateral jsonb_array_elements(o.history) with ordinality h (event, nth)
  where o.stopped_at is not null and o.held is null and o.history @> '[{"type": "pause", "reason": "held"}]'
    and h.event ->> 'type' in ('start', 'pause', 'resume', 'reset')
  order by o.client_id, o.ticket_id, o.target, h.nth desc) last
where (k.client_id, k.ticket_id, k.target) = (last.client_id, last.ticket_id, last.target)
  and last.event ->> 'type' = 'pause' and last.event ->> 'reason' = 'held';
alter table fettle.ticket_clocks force row level security;
