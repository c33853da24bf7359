-- Whoever sees only some clients collides with changes of others all the same: on an item of theirs, by a person or a team. They learn when
-- that is and of what of their own, and nothing else of it.

grant usage on schema fettle to fettle_search;
grant select (client_id, ticket_id, planned_start, planned_end) on fettle.changes to fettle_search;
grant select (client_id, id, status_category, team_id) on fettle.tickets to fettle_search;
grant select (client_id, item_id, change_client_id, change_id) on fettle.change_items to fettle_search;
grant select (client_id, ticket_id, staff_id, state) on fettle.fulfilment_tasks to fettle_search;
create policy out_of_sight on fettle.changes for select to fettle_search using (true);
create policy out_of_sight on fettle.change_items for select to fettle_search using (true);
create policy out_of_sight on fettle.fulfilment_tasks for select to fettle_search using (true);

grant create on schema app to fettle_search;
-- Changes that are meant seriously, meet the time between two instants and are of clients whom the caller does not see: with those of
-- the caller's items that they touch, their team and who works on them. The id is for the program to tell two of them apart.
create function app.changes_out_of_sight(from_at timestamptz, until_at timestamptz)
returns table (id uuid, planned_start timestamptz, planned_end timestamptz, items uuid[], team_id uuid, people uuid[])
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select c.ticket_id, c.planned_start, c.planned_end,
    array(select l.item_id from change_items l where l.client_id = any ((select app.clients())::uuid[])
      and l.change_client_id = c.client_id and l.change_id = c.ticket_id),
    t.team_id,
    array(select t.assignee_id where t.assignee_id is not null union
      select f.staff_id from fulfilment_tasks f where f.client_id = c.client_id and f.ticket_id = c.ticket_id
        and f.staff_id is not null and f.state in ('planned', 'waiting', 'ready'))
  from changes c join tickets t on t.client_id = c.client_id and t.id = c.ticket_id
  where (select app.principal()) = 'staff' and not (select app.sees_all()) and c.client_id <> all ((select app.clients())::uuid[])
    and c.planned_start < until_at and c.planned_end > from_at and t.status_category in ('open', 'waiting')
  order by c.planned_start, c.ticket_id limit 5000
$$;
alter function app.changes_out_of_sight owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.changes_out_of_sight from public;
grant execute on function app.changes_out_of_sight to fettle_app;

-- What somebody went on in spite of, for the program: the kind of a collision and the other change. The words of one who sees less are others.
alter table fettle.change_overrides add column keys text[] not null default '{}';
