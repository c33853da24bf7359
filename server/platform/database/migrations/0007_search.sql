-- Full text. The operators of search are not leakproof, so under a policy they could not use an index: the documents belong to
-- a role of their own and are reached only through functions that repeat the caller's scope. Nobody else may read the tables.

create table fettle.search_documents (
  client_id uuid not null,
  ticket_id uuid not null,
  requester_id uuid,
  updated_at timestamptz not null,
  title text not null,
  -- What everybody on the ticket may find: key, title, description, public conversation, people.
  public_words tsvector not null,
  -- The same and internal notes.
  all_words tsvector not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index search_documents_words on fettle.search_documents using gin (all_words);
create index search_documents_public on fettle.search_documents using gin (public_words);
create index search_documents_updated on fettle.search_documents (updated_at desc, ticket_id desc);

-- Every word that occurs, with how many tickets have it: for mending typing errors without touching the documents.
create table fettle.search_words (
  word text primary key,
  tickets integer not null default 1
);
create index search_words_similar on fettle.search_words using gin (word gin_trgm_ops);

alter table fettle.search_documents enable row level security;
alter table fettle.search_words enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.search_documents owner to fettle_search;
alter table fettle.search_words owner to fettle_search;

-- Words of a text: letters and digits, without accents and unstemmed, so that names, codes and every language work alike.
-- Punctuation parts words (ACME-142 is two, as it is in what people type).
create function app.words(text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as
$$ select to_tsvector('pg_catalog.simple', translate(lower($1),
  'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ-_./@:,;!?()[]{}<>"''#&+*=|\~^%$`',
  'aaaaaaceeeeiiiinooooouuuuyy                                   ')) $$;
grant execute on function app.words(text) to fettle_app, fettle_search;

-- Whether the caller may see rows of this client at all.
create function app.in_scope(wanted uuid) returns boolean
language sql stable parallel safe set search_path = pg_catalog, pg_temp as
$$ select (select app.sees_all()) or wanted = any ((select app.clients())::uuid[]) $$;
grant execute on function app.in_scope(uuid) to fettle_app, fettle_search;

-- Writes a ticket's document anew; the caller must have the client in scope.
create function app.index_ticket(client uuid, ticket uuid, requester uuid, at timestamptz, title text, public_text text, internal_text text)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  shown tsvector := app.words(title) || app.words(public_text);
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  insert into search_documents as d (client_id, ticket_id, requester_id, updated_at, title, public_words, all_words)
  values (client, ticket, requester, at, title, shown, shown || app.words(internal_text))
  on conflict (client_id, ticket_id) do update set requester_id = excluded.requester_id, updated_at = excluded.updated_at,
    title = excluded.title, public_words = excluded.public_words, all_words = excluded.all_words;
end $$;

-- Adds a message's words to its ticket's document.
create function app.index_message(client uuid, ticket uuid, at timestamptz, words text, is_public boolean)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  added tsvector := strip(app.words(words));
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  update search_documents set updated_at = at, all_words = strip(all_words) || added,
    public_words = case when is_public then strip(public_words) || added else public_words end
  where client_id = client and ticket_id = ticket;
end $$;

-- Tickets that have all the words (the last one may be a beginning), newest change first.
create function app.find_tickets(query tsquery, only_client uuid, at_most integer, before_at timestamptz, before_id uuid)
returns table (client_id uuid, ticket_id uuid, updated_at timestamptz)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  me uuid := app.contact();
  whole_company boolean := app.company_wide();
  words text := case when me is null then 'd.all_words' else 'd.public_words' end;
  conditions text := words || ' @@ $1';
begin
  if not everything then conditions := conditions || ' and d.client_id = any ($2)'; end if;
  if only_client is not null then conditions := conditions || ' and d.client_id = $3'; end if;
  if me is not null and not whole_company then conditions := conditions || ' and d.requester_id = $4'; end if;
  if before_at is not null then conditions := conditions || ' and (d.updated_at, d.ticket_id) < ($5, $6)'; end if;
  return query execute 'select d.client_id, d.ticket_id, d.updated_at from search_documents d where ' || conditions ||
    ' order by d.updated_at desc, d.ticket_id desc limit $7'
    using query, mine, only_client, me, before_at, before_id, at_most;
end $$;

-- The known words nearest to one that nothing matches. It tells that a word exists somewhere, so it answers search itself, never people.
create function app.similar_words(wanted text, at_most integer) returns setof text
language sql stable security definer set search_path = fettle, public, pg_catalog, pg_temp as $$
  select word from search_words where word % wanted order by similarity(word, wanted) desc, tickets desc, word limit at_most
$$;

-- Learns the words of documents changed since an instant.
create function app.learn_words(since timestamptz, at_most integer) returns timestamptz
language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  until timestamptz;
begin
  if app.principal() <> 'system' then raise insufficient_privilege; end if;
  select max(updated_at) into until from (select updated_at from search_documents where updated_at > since order by updated_at limit at_most) batch;
  insert into search_words (word)
    select distinct lexeme from search_documents, unnest(tsvector_to_array(all_words)) lexeme
    where updated_at > since and updated_at <= until and length(lexeme) between 3 and 40 order by lexeme
  on conflict (word) do nothing;
  return until;
end $$;

alter function app.index_ticket owner to fettle_search;
alter function app.index_message owner to fettle_search;
alter function app.find_tickets owner to fettle_search;
alter function app.similar_words owner to fettle_search;
alter function app.learn_words owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.index_ticket, app.index_message, app.find_tickets, app.similar_words, app.learn_words from public;
grant execute on function app.index_ticket, app.index_message, app.find_tickets, app.similar_words, app.learn_words to fettle_app;
