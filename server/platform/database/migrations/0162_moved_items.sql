-- Devices that their system had taken to another client before items followed that are out of use where they were; what people typed is in
-- use by itself, which is nothing that they said.
alter table fettle.configuration_items no force row level security;
alter table fettle.ci_sources no force row level security;
alter table fettle.events no force row level security;
update fettle.configuration_items i set state_by = 'source' where i.state = 'deployed' and i.state_by = 'person' and not exists (
  select from fettle.events e where e.client_id = i.client_id and e.subject_id = i.id and e.type = 'item.changed'
    and e.actor_kind in ('staff', 'key') and e.data #> '{changes,state}' is not null);
update fettle.configuration_items i set state = 'retired', state_by = 'move', version = version + 1
where i.state = 'deployed' and i.state_by = 'source' and i.merged_into is null
  and exists (select from fettle.events e where e.client_id = i.client_id and e.subject_id = i.id and e.type = 'item.moved_away')
  and not exists (select from fettle.ci_sources s where s.client_id = i.client_id and s.item_id = i.id and s.gone_at is null
    and s.source_kind <> 'person');
alter table fettle.events force row level security;
alter table fettle.ci_sources force row level security;
alter table fettle.configuration_items force row level security;
