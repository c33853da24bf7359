-- Items found by a piece of their name. As with contacts, the words belong to the role of search and are reached through a function
-- that repeats the caller's scope, since LIKE could not use an index under a policy.

create table fettle.item_words (
  client_id uuid not null,
  item_id uuid not null,
  name_key text not null,
  primary key (client_id, item_id),
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id) on delete cascade
);
alter table fettle.configuration_items no force row level security;
insert into fettle.item_words (client_id, item_id, name_key) select client_id, id, name_key from fettle.configuration_items;
alter table fettle.configuration_items force row level security;
-- lower() is not leakproof either: under a policy an index on it could not be used.
alter table fettle.configuration_items add column tag_key text not null generated always as (lower(asset_tag)) stored;
create index configuration_items_tag_key on fettle.configuration_items (tag_key) where tag_key <> '';
create index ci_identifiers_value on fettle.ci_identifiers (value, kind);
create index item_words_pieces on fettle.item_words using gin (name_key gin_trgm_ops);
alter table fettle.item_words enable row level security;
grant create on schema fettle, app to fettle_search;
alter table fettle.item_words owner to fettle_search;

-- Follows the name of an item, whichever command writes it; the caller's policy on items has let the write through.
create function app.follow_item_name() returns trigger
language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  insert into item_words (client_id, item_id, name_key) values (new.client_id, new.id, lower(new.name))
  on conflict (client_id, item_id) do update set name_key = excluded.name_key;
  return null;
end $$;

-- Items in the caller's scope with a piece of text of at least three characters in their name, at most so many, in no order.
create function app.find_items(piece text, only_client uuid, at_most integer) returns table (client_id uuid, item_id uuid)
language plpgsql stable security definer set search_path = fettle, pg_catalog, pg_temp as $$
declare
  everything boolean := app.sees_all();
  mine uuid[] := app.clients();
  conditions text := 'w.name_key like $1';
begin
  if app.principal() not in ('staff', 'system') then return; end if;
  if not everything then conditions := conditions || ' and w.client_id = any ($2)'; end if;
  if only_client is not null then conditions := conditions || ' and w.client_id = $3'; end if;
  return query execute 'select w.client_id, w.item_id from item_words w where ' || conditions || ' limit $4'
    using '%' || regexp_replace(lower(piece), '([\\%_])', '\\\1', 'g') || '%', mine, only_client, at_most;
end $$;

alter function app.follow_item_name owner to fettle_search;
alter function app.find_items owner to fettle_search;
revoke create on schema fettle, app from fettle_search;
revoke all on function app.follow_item_name, app.find_items from public;
grant execute on function app.find_items to fettle_app;

create trigger item_named after insert on fettle.configuration_items for each row execute function app.follow_item_name();
create trigger item_renamed after update of name on fettle.configuration_items
  for each row when (old.name is distinct from new.name) execute function app.follow_item_name();

-- Rules in force before there were versions have their first.
alter table fettle.alert_rules no force row level security;
alter table fettle.alert_rule_versions no force row level security;
insert into fettle.alert_rule_versions (rule_id, number, terms, published_at)
select r.id, 1, r.terms, coalesce(r.published_at, r.updated_at) from fettle.alert_rules r
where r.terms is not null and not exists (select from fettle.alert_rule_versions v where v.rule_id = r.id);
alter table fettle.alert_rules force row level security;
alter table fettle.alert_rule_versions force row level security;
