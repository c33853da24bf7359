-- Letters of every language as people type them: Łódź is found by lodz, Jørgen by jorgen. The program folds what is asked for in
-- the same way (kernel/fold.ts); a test holds the two together.
create or replace function app.plain(text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when $1 ~ '[^\x01-\x7f]'
    then translate(replace(replace(replace(replace(
        lower(regexp_replace(normalize($1, nfkd), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'øłđðħıŋς', 'olddhinσ')
    else lower($1) end
$$;

create or replace function app.words(text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select to_tsvector('pg_catalog.simple', translate(app.plain($1),
    '-_./@:,;!?()[]{}<>"''#&+*=|\~^%$`',
    '                                 '))
$$;

-- What was indexed before, folded anew.
create function private.folded(words tsvector) returns tsvector
language sql immutable set search_path = pg_catalog, pg_temp as
$$ select array_to_tsvector(array(select distinct app.plain(word) from unnest(tsvector_to_array(words)) word where word <> '')) $$;
update fettle.search_documents set all_words = private.folded(all_words), public_words = private.folded(public_words)
where all_words::text ~ '[^\x01-\x7f]';
drop function private.folded(tsvector);
insert into fettle.search_words (word) select distinct app.plain(word) from fettle.search_words where word ~ '[^\x01-\x7f]'
on conflict (word) do nothing;
delete from fettle.search_words where word <> app.plain(word);

-- Contacts are found through their words from now on.
alter table fettle.contacts no force row level security;
insert into fettle.contact_words (client_id, contact_id, name_key, active, words)
select client_id, id, lower(name), active, ' ' || app.plain(name) || ' ' || email || ' ' || regexp_replace(phone, '[^0-9]', '', 'g')
from fettle.contacts
on conflict (client_id, contact_id) do update set name_key = excluded.name_key, active = excluded.active, words = excluded.words;
alter table fettle.contacts force row level security;
