-- A major incident is over once all that hangs under it is, that of clients included whom the caller does not see. They learn how many of
-- these are open, and nothing else of them.

grant select (client_id, ticket_id, whole_id) on fettle.ticket_span_links to fettle_search;
create policy out_of_sight on fettle.ticket_span_links for select to fettle_search using (true);

grant create on schema app to fettle_search;
-- How many open tickets hang under a whole that the caller sees, of clients whom they do not.
create function app.open_parts_out_of_sight(whole_client uuid, whole uuid) returns integer
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select count(*)::int
  from ticket_span_links l join tickets t on t.client_id = l.client_id and t.id = l.ticket_id
  where (select app.principal()) = 'staff' and not (select app.sees_all()) and whole_client = any ((select app.clients())::uuid[])
    and exists (select from tickets w where w.client_id = whole_client and w.id = whole)
    and l.whole_id = whole and l.client_id <> all ((select app.clients())::uuid[]) and t.status_category in ('new', 'open', 'waiting')
$$;
alter function app.open_parts_out_of_sight owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.open_parts_out_of_sight from public;
grant execute on function app.open_parts_out_of_sight to fettle_app;
