-- Who set the state of an item: sources by listing it, a person, or the program because its source took it to another client.
alter table fettle.configuration_items add column state_by text not null default 'source'
  check (state_by in ('source', 'person', 'move'));
alter table fettle.configuration_items no force row level security;
alter table fettle.ci_sources no force row level security;
update fettle.configuration_items i set state_by = 'person' where i.state <> 'deployed' or exists (
  select from fettle.ci_sources s
  where s.client_id = i.client_id and s.item_id = i.id and s.source_kind = 'person' and s.class_key is not null);
alter table fettle.ci_sources force row level security;
alter table fettle.configuration_items force row level security;
