-- What a million tickets ask for.

-- Every policy asks these functions, several times in a query. Written so that PostgreSQL puts their body in place of the call:
-- of the five, only app.context() still runs with its owner's rights. Operators are named with their schema, since the caller's
-- search path now applies.
create or replace function app.principal() returns text language sql stable parallel safe as
$$ select coalesce((app.context())[2], 'nobody') $$;
create or replace function app.sees_all() returns boolean language sql stable parallel safe as
$$ select coalesce((app.context())[4] operator(pg_catalog.=) 'all', false) $$;
create or replace function app.clients() returns uuid[] language sql stable parallel safe as
$$ select coalesce(pg_catalog.string_to_array(nullif((app.context())[7], ''), ',')::pg_catalog.uuid[], '{}') $$;
create or replace function app.contact() returns uuid language sql stable parallel safe as
$$ select nullif((app.context())[5], '')::pg_catalog.uuid $$;
create or replace function app.company_wide() returns boolean language sql stable parallel safe as
$$ select coalesce((app.context())[6] operator(pg_catalog.=) 'company', false) $$;

-- Search. A document says whether its ticket is open, so that the queue can be searched without wading through what is over. Words
-- are kept without their positions, which nothing asks for. What everybody may find is a part of all words, so one index serves both.
alter table fettle.search_documents no force row level security;
alter table fettle.tickets no force row level security;
alter table fettle.search_documents add column is_open boolean not null default true;
update fettle.search_documents d set is_open = t.is_open, public_words = strip(d.public_words), all_words = strip(d.all_words)
from fettle.tickets t where t.client_id = d.client_id and t.id = d.ticket_id;

-- How the description begins, as a line of text: shown for every line of a list, so it is worked out when it is written.
alter table fettle.tickets add column opening text not null default '';
update fettle.tickets set opening = left(btrim(regexp_replace(regexp_replace(left(description, 400), '<[^>]*(>|$)', ' ', 'g'), '\s+', ' ', 'g')), 160);
alter table fettle.tickets force row level security;
alter table fettle.search_documents alter column is_open drop default, drop column title;
drop index fettle.search_documents_public;
drop index fettle.search_documents_words;
drop index fettle.search_documents_updated;
-- A short list of pending entries: a search reads all of it, and whoever fills it up waits until it is worked in.
create index search_documents_words on fettle.search_documents using gin (all_words) with (gin_pending_list_limit = 512);
create index search_documents_open on fettle.search_documents using gin (all_words) with (gin_pending_list_limit = 512) where is_open;
create index search_documents_updated on fettle.search_documents (updated_at desc, ticket_id desc);
create index search_documents_open_updated on fettle.search_documents (updated_at desc, ticket_id desc) where is_open;
create index search_documents_client on fettle.search_documents (client_id, updated_at desc, ticket_id desc);

-- How far words are learnt. What is written with an older date (an import) sets it back.
create table fettle.search_progress (
  only_row boolean primary key default true check (only_row),
  learnt_until timestamptz not null
);
insert into fettle.search_progress (learnt_until) values ('-infinity');
alter table fettle.search_progress enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.search_progress owner to fettle_search;

drop function app.index_ticket(uuid, uuid, uuid, timestamptz, text, text, text);
drop function app.find_tickets(tsquery, uuid, integer, timestamptz, uuid);
drop function app.learn_words(timestamptz, integer);

-- Writes a ticket's document anew; the caller must have the client in scope.
create function app.index_ticket(client uuid, ticket uuid, requester uuid, at timestamptz, still_open boolean, public_text text, internal_text text)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  shown tsvector := strip(app.words(public_text));
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  insert into search_documents as d (client_id, ticket_id, requester_id, updated_at, is_open, public_words, all_words)
  values (client, ticket, requester, at, still_open, shown, case internal_text when '' then shown else strip(shown || app.words(internal_text)) end)
  on conflict (client_id, ticket_id) do update set requester_id = excluded.requester_id, updated_at = excluded.updated_at,
    is_open = excluded.is_open, public_words = excluded.public_words, all_words = excluded.all_words;
  perform app.unlearn(at);
end $$;

-- Adds a message's words to its ticket's document.
create or replace function app.index_message(client uuid, ticket uuid, at timestamptz, words text, is_public boolean)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  added tsvector := strip(app.words(words));
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  update search_documents set updated_at = at, all_words = all_words || added,
    public_words = case when is_public then public_words || added else public_words end
  where client_id = client and ticket_id = ticket;
  perform app.unlearn(at);
end $$;

-- Notes that a ticket is over, or open again.
create function app.index_openness(client uuid, ticket uuid, at timestamptz, still_open boolean)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  update search_documents set updated_at = at, is_open = still_open where client_id = client and ticket_id = ticket;
end $$;

-- Tickets that have all the words (each may be a beginning), newest change first.
create function app.find_tickets(query tsquery, only_client uuid, only_open boolean, at_most integer, before_at timestamptz, before_id uuid)
returns table (client_id uuid, ticket_id uuid, updated_at timestamptz)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  me uuid := app.contact();
  conditions text := 'd.all_words @@ $1';
begin
  if me is not null then conditions := conditions || ' and d.public_words @@ $1'; end if;
  if me is not null and not app.company_wide() then conditions := conditions || ' and d.requester_id = $4'; end if;
  if only_open then conditions := conditions || ' and d.is_open'; end if;
  if only_client is not null then conditions := conditions || ' and d.client_id = $3'; end if;
  if not everything then conditions := conditions || case cardinality(mine) when 1 then ' and d.client_id = ($2)[1]' else ' and d.client_id = any ($2)' end; end if;
  if before_at is not null then conditions := conditions || ' and (d.updated_at, d.ticket_id) < ($5, $6)'; end if;
  return query execute 'select d.client_id, d.ticket_id, d.updated_at from search_documents d where ' || conditions ||
    ' order by d.updated_at desc, d.ticket_id desc limit $7'
    using query, mine, only_client, me, before_at, before_id, at_most;
end $$;

-- Of known tickets those that have all the words, newest change first.
create function app.match_tickets(query tsquery, clients uuid[], tickets uuid[], at_most integer, before_at timestamptz, before_id uuid)
returns table (client_id uuid, ticket_id uuid, updated_at timestamptz)
language sql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
  select d.client_id, d.ticket_id, d.updated_at
  from unnest(clients, tickets) known (client_id, ticket_id)
  join search_documents d on d.client_id = known.client_id and d.ticket_id = known.ticket_id
  where case when app.contact() is null then d.all_words else d.public_words end @@ query
    and (app.sees_all() or d.client_id = any (app.clients()))
    and (app.contact() is null or app.company_wide() or d.requester_id = app.contact())
    and (before_at is null or (d.updated_at, d.ticket_id) < (before_at, before_id))
  order by d.updated_at desc, d.ticket_id desc limit at_most
$$;

-- What is written with a date that was learnt already must be learnt again.
create function app.unlearn(since timestamptz) returns void
language sql volatile security definer set search_path = fettle, pg_catalog, pg_temp as $$
  update search_progress set learnt_until = since - interval '1 microsecond' where learnt_until >= since
$$;

-- Learns the words of the next documents up to an instant, so far back that nothing older can still be on its way. False when there are no more.
create function app.learn_words(at_most integer, settled timestamptz) returns boolean
language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  since timestamptz;
  until timestamptz;
begin
  if app.principal() <> 'system' then raise insufficient_privilege; end if;
  select learnt_until into since from search_progress for update;
  select max(updated_at) into until from (
    select updated_at from search_documents where updated_at > since and updated_at < settled
    order by updated_at limit at_most) batch;
  if until is null then return false; end if;
  insert into search_words (word)
    select distinct lexeme from search_documents, unnest(tsvector_to_array(all_words)) lexeme
    where updated_at > since and updated_at <= until and length(lexeme) between 3 and 40 order by lexeme
  on conflict (word) do nothing;
  update search_progress set learnt_until = until;
  return true;
end $$;

alter function app.index_ticket owner to fettle_search;
alter function app.index_openness owner to fettle_search;
alter function app.find_tickets owner to fettle_search;
alter function app.match_tickets owner to fettle_search;
alter function app.unlearn owner to fettle_search;
alter function app.learn_words owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.index_ticket, app.index_openness, app.find_tickets, app.match_tickets, app.unlearn, app.learn_words from public;
grant execute on function app.index_ticket, app.index_openness, app.find_tickets, app.match_tickets, app.learn_words to fettle_app;
