-- What people had typed of an item identified nothing: their serial numbers, MAC addresses and UUIDs are identifiers like those that
-- sources read, and two items of a client that share one are proposed as one.
alter table fettle.configuration_items no force row level security;
alter table fettle.ci_sources no force row level security;
alter table fettle.ci_identifiers no force row level security;
alter table fettle.ci_duplicates no force row level security;
alter table fettle.settings no force row level security;

insert into fettle.ci_identifiers (client_id, kind, value, source_ref, item_id)
with told as (
  select client_id, id, item_id, 'serial' as kind, upper(btrim(regexp_replace(attributes ->> 'serial', '\s+', ' ', 'g'))) as value
  from fettle.ci_sources where source_kind = 'person' and jsonb_typeof(attributes -> 'serial') = 'string'
  union all
  select s.client_id, s.id, s.item_id, 'mac', regexp_replace(lower(m.one), '[^0-9a-f]', '', 'g')
  from fettle.ci_sources s cross join lateral regexp_split_to_table(s.attributes ->> 'macAddress', ',') m (one)
  where s.source_kind = 'person' and jsonb_typeof(s.attributes -> 'macAddress') = 'string'
  union all
  select client_id, id, item_id, 'uuid', replace(lower(attributes ->> 'uuid'), '-', '')
  from fettle.ci_sources where source_kind = 'person' and jsonb_typeof(attributes -> 'uuid') = 'string'
), excluded as (
  select regexp_replace(lower(one), '[^[:alnum:]]+', '', 'g') as value from unnest(array[
    'to be filled by o.e.m.', 'default string', 'system serial number', 'chassis serial number', 'base board serial number',
    'serial number', 'not specified', 'not applicable', 'not available', 'no serial', 'invalid', 'unknown', 'undefined', 'none', 'null',
    'n/a', 'oem', 'empty', 'xxxxxxx', '123456789', '1234567890', '0123456789', '012345678',
    '03000200-0400-0500-0006-000700080009', '00020003-0004-0005-0006-000700080009', '12345678-1234-5678-90ab-cddeefaabbcc']) one
  union
  select regexp_replace(lower(own), '[^[:alnum:]]+', '', 'g')
  from fettle.settings cross join lateral jsonb_array_elements_text(value -> 'excluded') own where key = 'estate.identification'
)
select distinct client_id, kind, value, id, item_id from told
where length(value) <= 200 and case kind
    when 'serial' then length(value) >= 4
    -- Of one card, and not made up on the machine: by the two lowest bits of the first octet.
    when 'mac' then value ~ '^[0-9a-f][048c][0-9a-f]{10}$'
    else value ~ '^[0-9a-f]{32}$' end
  and regexp_replace(lower(value), '[^[:alnum:]]+', '', 'g') not in (select value from excluded)
  and regexp_replace(lower(value), '[^[:alnum:]]+', '', 'g') !~ '^(.)\1*$'
on conflict do nothing;

insert into fettle.ci_duplicates (client_id, id, kept_id, other_id, why, created_at)
select a.client_id, gen_random_uuid(), a.id, b.id, jsonb_agg(distinct jsonb_build_object('kind', x.kind, 'value', x.value)), now()
from fettle.ci_identifiers x
join fettle.ci_sources s on s.client_id = x.client_id and s.id = x.source_ref and s.source_kind = 'person'
join fettle.ci_identifiers y on y.client_id = x.client_id and y.kind = x.kind and y.value = x.value and y.item_id <> x.item_id
join fettle.configuration_items a on a.client_id = x.client_id and a.id in (x.item_id, y.item_id) and a.merged_into is null
join fettle.configuration_items b on b.client_id = x.client_id and b.id in (x.item_id, y.item_id) and b.merged_into is null
  and (a.created_at, a.id) < (b.created_at, b.id)
group by a.client_id, a.id, b.id
on conflict do nothing;

alter table fettle.settings force row level security;
alter table fettle.ci_duplicates force row level security;
alter table fettle.ci_identifiers force row level security;
alter table fettle.ci_sources force row level security;
alter table fettle.configuration_items force row level security;
