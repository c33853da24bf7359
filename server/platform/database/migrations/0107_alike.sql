-- Tickets that are to be compared with one: those that have some of its words together, as many as are enough. `queries` come with the
-- most telling first; the next is asked only where those before it found too few. Looked at are a page of the newest tickets, where
-- words that many have are met at once, and a bounded number of those that the index of words names, so that it takes no longer however
-- many there are. Contacts compare nothing.
create function app.tickets_like(queries tsquery[], enough integer)
returns table (client_id uuid, ticket_id uuid)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  mine uuid[] := app.clients();
  place text := case when app.sees_all() then 'true' when cardinality(mine) = 1 then 'd.client_id = ($2)[1]' else 'd.client_id = any ($2)' end;
  newest constant integer := 2000;
  most constant integer := 500;
  query tsquery;
  hits integer;
  found_rows integer := 0;
begin
  if app.contact() is not null then return; end if;
  foreach query in array queries loop
    return query execute 'select d.client_id, d.ticket_id from (select * from search_documents d where ' || place ||
      ' order by d.updated_at desc, d.ticket_id desc limit ' || newest || ') d where d.all_words @@ $1 limit $3' using query, mine, enough;
    get diagnostics hits = row_count;
    if hits < enough then
      return query execute 'with hits as materialized (select d.client_id, d.ticket_id, d.updated_at from search_documents d
        where d.all_words @@ $1 and ' || place || ' limit ' || most || ')
        select h.client_id, h.ticket_id from hits h order by h.updated_at desc limit $3' using query, mine, enough;
      get diagnostics hits = row_count;
    end if;
    found_rows := found_rows + hits;
    exit when found_rows >= enough;
  end loop;
end $$;

grant create on schema app to fettle_search;
alter function app.tickets_like owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.tickets_like from public;
grant execute on function app.tickets_like to fettle_app;
