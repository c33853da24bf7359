-- How many open tickets each of the provider's people has, of all clients: who chooses whom to give a ticket to must know, whichever
-- clients they themselves see. It answers numbers about the provider's people and no row of a client.
grant usage on schema fettle to fettle_search;
grant select (assignee_id, is_open) on fettle.tickets to fettle_search;
create policy open_work on fettle.tickets for select to fettle_search using (true);

grant create on schema app to fettle_search;
create function app.open_work(people uuid[]) returns table (staff_id uuid, open_tickets integer)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select t.assignee_id, count(*)::integer from tickets t
  where t.assignee_id = any (people) and t.is_open and (select app.principal()) in ('staff', 'system')
  group by t.assignee_id
$$;
alter function app.open_work owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.open_work from public;
grant execute on function app.open_work to fettle_app;
