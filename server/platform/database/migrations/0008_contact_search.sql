-- People found by a piece of their name, address or number. LIKE is not leakproof, so under a policy it could not use an index:
-- as with tickets, the words belong to a role of their own and are reached through functions that repeat the caller's scope.

create table fettle.contact_words (
  client_id uuid not null,
  contact_id uuid not null,
  name_key text not null,
  active boolean not null,
  -- A blank, the name, the address and the digits of the number: lower case, without accents.
  words text not null,
  primary key (client_id, contact_id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id) on delete cascade
);
create index contact_words_pieces on fettle.contact_words using gin (words gin_trgm_ops);
alter table fettle.contact_words enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.contact_words owner to fettle_search;

create function app.plain(text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as
$$ select translate(lower($1), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy') $$;
grant execute on function app.plain(text) to fettle_app, fettle_search;

-- Writes a contact's words anew; the caller must have the client in scope.
create function app.index_contact(client uuid, contact uuid, name text, email text, phone text, active boolean)
returns void language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  insert into contact_words (client_id, contact_id, name_key, active, words)
  values (client, contact, lower(name), active, ' ' || app.plain(name) || ' ' || email || ' ' || regexp_replace(phone, '[^0-9]', '', 'g'))
  on conflict (client_id, contact_id) do update set name_key = excluded.name_key, active = excluded.active,
    words = excluded.words;
end $$;

-- Contacts that have every piece of the text, by name, after the place where the page before ended. A piece of one or two
-- letters must begin a word; a text of digits and dashes is a number, whose leading zeros stand for the country's code.
create function app.find_contacts(wanted text, only_client uuid, only_active boolean, at_most integer, after_key text, after_id uuid)
returns table (client_id uuid, contact_id uuid)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  me uuid := app.contact();
  pieces text[] := case
    when wanted ~ '^[0-9+() ./-]+$' then array[coalesce(nullif(ltrim(regexp_replace(wanted, '[^0-9]', '', 'g'), '0'), ''), '0')]
    else (string_to_array(btrim(regexp_replace(app.plain(wanted), '\s+', ' ', 'g')), ' '))[1:8] end;
  patterns text[] := (
    select array_agg(case when length(piece) < 3 then '% ' else '%' end || regexp_replace(piece, '([\\%_])', '\\\1', 'g') || '%')
    from unnest(pieces) piece);
  conditions text := 'true';
begin
  for i in 1 .. coalesce(cardinality(patterns), 0) loop
    conditions := conditions || format(' and w.words like ($1)[%s]', i);
  end loop;
  if not everything then conditions := conditions || ' and w.client_id = any ($2)'; end if;
  if only_client is not null then conditions := conditions || ' and w.client_id = $3'; end if;
  if only_active is not null then conditions := conditions || ' and w.active = $8'; end if;
  if me is not null and not app.company_wide() then conditions := conditions || ' and w.contact_id = $4'; end if;
  if after_key is not null then conditions := conditions || ' and (w.name_key, w.contact_id) > ($5, $6)'; end if;
  return query execute 'select w.client_id, w.contact_id from contact_words w where ' || conditions ||
    ' order by w.name_key, w.contact_id limit $7'
    using patterns, mine, only_client, me, after_key, after_id, at_most, only_active;
end $$;

alter function app.index_contact owner to fettle_search;
alter function app.find_contacts owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.index_contact, app.find_contacts from public;
grant execute on function app.index_contact, app.find_contacts to fettle_app;
