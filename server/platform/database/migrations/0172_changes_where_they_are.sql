-- A change out of sight stands in the way where it is: from when it has begun, not from when it was to.

grant select (actual_start, actual_end) on fettle.changes to fettle_search;
grant select (status) on fettle.tickets to fettle_search;

drop function app.changes_out_of_sight;
grant create on schema app to fettle_search;
-- Changes that are meant seriously, meet the time between two instants and are of clients whom the caller does not see: with those of
-- the caller's items that they touch, their team and who works on them. The id is for the program to tell two of them apart.
create function app.changes_out_of_sight(from_at timestamptz, until_at timestamptz, now_at timestamptz)
returns table (id uuid, begins timestamptz, ends timestamptz, items uuid[], team_id uuid, people uuid[])
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select c.ticket_id, w.begins, w.ends,
    array(select l.item_id from change_items l where l.client_id = any ((select app.clients())::uuid[])
      and l.change_client_id = c.client_id and l.change_id = c.ticket_id),
    t.team_id,
    array(select t.assignee_id where t.assignee_id is not null union
      select f.staff_id from fulfilment_tasks f where f.client_id = c.client_id and f.ticket_id = c.ticket_id
        and f.staff_id is not null and f.state in ('planned', 'waiting', 'ready'))
  from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
  cross join lateral (
    select case when t.status = 'implement' then coalesce(c.actual_start, c.planned_start) else c.planned_start end as begins,
      case when t.status = 'implement' and c.actual_start is not null
        then coalesce(c.actual_end, greatest(least(c.planned_end, c.actual_start + (c.planned_end - c.planned_start)), c.actual_start, now_at)) else c.planned_end end as ends) w
  where (select app.principal()) = 'staff' and not (select app.sees_all()) and c.client_id <> all ((select app.clients())::uuid[])
    and w.begins < until_at and w.ends > from_at and t.status_category in ('open', 'waiting')
  order by w.begins, c.ticket_id limit 5000
$$;
alter function app.changes_out_of_sight owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.changes_out_of_sight from public;
grant execute on function app.changes_out_of_sight to fettle_app;

-- What clients' people read of a change that has begun is when that was.
alter table fettle.change_parts no force row level security;
alter table fettle.changes no force row level security;
alter table fettle.tickets no force row level security;
update fettle.change_parts p set from_at = c.actual_start, until_at = coalesce(c.actual_end, p.until_at)
from fettle.changes c join fettle.tickets t on t.client_id = c.client_id and t.id = c.ticket_id
where c.client_id = p.change_client_id and c.ticket_id = p.change_id and c.actual_start is not null
  and t.status in ('implement', 'retrospective', 'review', 'closed');
alter table fettle.tickets force row level security;
alter table fettle.changes force row level security;
alter table fettle.change_parts force row level security;
