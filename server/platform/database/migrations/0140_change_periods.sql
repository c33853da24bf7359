-- When changes are meant to be made (windows), and when they are held back (freezes, blackouts): of everybody, a group or a client.
create table fettle.change_periods (
  id uuid primary key,
  client_id uuid references fettle.clients (id),
  group_id uuid references fettle.client_groups (id),
  kind text not null check (kind in ('window', 'freeze', 'blackout')),
  name text not null,
  note text not null default '',
  -- Once between two instants, or again and again for so many minutes by the clock on the wall of a zone.
  from_at timestamptz,
  until_at timestamptz,
  recurrence jsonb,
  minutes integer check (minutes between 1 and 44640),
  time_zone text not null,
  -- Narrowed to these services and to the items in change_period_items; to nothing where there are none of either.
  service_ids uuid[] not null default '{}',
  version integer not null default 1,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (client_id, id),
  check (group_id is null or client_id is null),
  check ((from_at is null) = (until_at is null) and until_at > from_at),
  check ((recurrence is null) = (minutes is null) and (recurrence is null) <> (from_at is null))
);
create index change_periods_group on fettle.change_periods (group_id) where group_id is not null;
create index change_periods_created_by on fettle.change_periods (created_by);
alter table fettle.change_periods enable row level security;
alter table fettle.change_periods force row level security;
grant select, insert, update, delete on fettle.change_periods to fettle_app;
create policy staff on fettle.change_periods using ((select app.principal()) in ('staff', 'system')
  and (client_id is null or (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])));

create table fettle.change_period_items (
  client_id uuid not null,
  period_id uuid not null,
  item_id uuid not null,
  primary key (client_id, period_id, item_id),
  foreign key (client_id, period_id) references fettle.change_periods (client_id, id) on delete cascade,
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id)
);
create index change_period_items_item on fettle.change_period_items (client_id, item_id);
call private.protect('change_period_items', 'staff_client', 'select, insert, delete');
