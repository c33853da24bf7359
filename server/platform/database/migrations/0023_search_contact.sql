-- What one contact may see is found by the index of words at once, however large their company is.

create or replace function app.find_tickets(query tsquery, only_client uuid, only_open boolean, at_most integer, before_at timestamptz, before_id uuid)
returns table (client_id uuid, ticket_id uuid, updated_at timestamptz)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  me uuid := app.contact();
  -- A page that people look at; whoever wants more is better served by one plan for all of it.
  -- One contact's tickets are few: walking the newest of all to find them would walk very far.
  is_page boolean := at_most <= 100 and (me is null or app.company_wide());
  newest constant integer := 10000;
  words text := 'd.all_words @@ $1' || case when me is null then '' else ' and d.public_words @@ $1' end;
  place text := 'true';
  page text := ' order by d.updated_at desc, d.ticket_id desc limit $7';
  found_rows integer;
begin
  if me is not null and not app.company_wide() then place := place || ' and d.requester_id = $4'; end if;
  if only_open then place := place || ' and d.is_open'; end if;
  if only_client is not null then place := place || ' and d.client_id = $3'; end if;
  if not everything then place := place || case cardinality(mine) when 1 then ' and d.client_id = ($2)[1]' else ' and d.client_id = any ($2)' end; end if;
  if before_at is not null then place := place || ' and (d.updated_at, d.ticket_id) < ($5, $6)'; end if;
  if is_page then
    return query execute 'select d.client_id, d.ticket_id, d.updated_at from (select * from search_documents d where ' || place ||
      ' order by d.updated_at desc, d.ticket_id desc limit ' || newest || ') d where ' || words || page
      using query, mine, only_client, me, before_at, before_id, at_most;
    get diagnostics found_rows = row_count;
    if found_rows = at_most then return; end if;
  end if;
  return query execute case when is_page
      then 'select * from (with hits as materialized (select d.client_id, d.ticket_id, d.updated_at from search_documents d where ' || words || ' and ' || place ||
        ') select * from hits d' || page || ') d offset ' || found_rows
      else 'select d.client_id, d.ticket_id, d.updated_at from search_documents d where ' || words || ' and ' || place || page end
    using query, mine, only_client, me, before_at, before_id, at_most;
end $$;
