-- Items by when they were last seen, the latest first. Sources say so no more often than their lag, so that the index is seldom written.
create index configuration_items_seen on fettle.configuration_items (last_seen_at desc, id desc) where last_seen_at is not null;
