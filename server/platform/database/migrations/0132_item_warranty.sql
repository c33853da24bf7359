-- When an item's warranty ends, as its list shows it; what sources say that is no day has none. A column of the item's own, so that its order
-- is walked by an index under the policy of one table.
alter table fettle.configuration_items add column warranty_day text generated always as (
  case when attributes ->> 'warrantyUntil' ~ '^\d{4}-\d\d-\d\d$' then attributes ->> 'warrantyUntil' end) stored;
create index configuration_items_warranty on fettle.configuration_items (warranty_day, id) where warranty_day is not null;
