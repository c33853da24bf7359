-- Who last used a device, as sources tell it, without the domain before it: by this the devices of whoever reports something are proposed.
-- A column, since functions that are not leakproof keep a policy from using an index.
alter table fettle.configuration_items
  add column user_key text not null generated always as (lower(regexp_replace(last_user, '^.*[\\]', ''))) stored;
create index configuration_items_user on fettle.configuration_items (client_id, user_key) where user_key <> '';
