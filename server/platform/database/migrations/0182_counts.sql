-- What is billable, counted each day by source, and the lists of vendors that some of it is counted by. What was counted is never changed.

-- What a vendor sells, under the one name that lines of contracts count it by.
create table fettle.vendor_products (
  id uuid primary key,
  vendor text not null,
  name text not null,
  created_at timestamptz not null
);
create unique index vendor_products_name on fettle.vendor_products (lower(vendor), lower(name));
call private.protect('vendor_products', 'global', 'select, insert');

-- What a vendor calls a client or a product. Neither client nor product: it is passed over.
create table fettle.vendor_names (
  id uuid primary key,
  vendor text not null,
  kind text not null check (kind in ('client', 'product')),
  name text not null,
  for_client_id uuid references fettle.clients (id),
  product_id uuid references fettle.vendor_products (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (case kind when 'client' then product_id is null else for_client_id is null end)
);
create unique index vendor_names_name on fettle.vendor_names (lower(vendor), kind, lower(name));
create index vendor_names_client on fettle.vendor_names (for_client_id) where for_client_id is not null;
create index vendor_names_product on fettle.vendor_names (product_id) where product_id is not null;
call private.protect('vendor_names', 'global', 'select, insert, update');
create policy all_clients on fettle.vendor_names as restrictive
  using ((select app.sees_all())) with check ((select app.sees_all()));

-- A list of a vendor as it was imported. Of several for one day the last counts; the others stay.
create table fettle.vendor_lists (
  id uuid primary key,
  vendor text not null,
  day date not null,
  -- SHA-256 of the text: the same file for the same day is taken once.
  digest text not null,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null
);
create unique index vendor_lists_once on fettle.vendor_lists (lower(vendor), day, digest);
create index vendor_lists_by on fettle.vendor_lists (created_by) where created_by is not null;
call private.protect('vendor_lists', 'global', 'select, insert');
create policy all_clients on fettle.vendor_lists as restrictive
  using ((select app.sees_all())) with check ((select app.sees_all()));

create table fettle.vendor_list_rows (
  list_id uuid not null references fettle.vendor_lists (id),
  -- Of the file, where the row begins.
  line integer not null,
  client_name text not null,
  product_name text not null,
  quantity numeric(14, 4) not null check (quantity between 0 and 10000000),
  primary key (list_id, line)
);
call private.protect('vendor_list_rows', 'global', 'select, insert');
create policy all_clients on fettle.vendor_list_rows as restrictive
  using ((select app.sees_all())) with check ((select app.sees_all()));

-- How many there were of something at a client on a day. The last one of a day counts: a later list, or a name that was mapped since.
create table fettle.count_snapshots (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  day date not null,
  source text not null check (source in ('people', 'items', 'vendor')),
  -- The class of items or the id of the vendor's product; empty for people.
  key text not null,
  number numeric(14, 4) not null check (number between 0 and 10000000),
  list_id uuid references fettle.vendor_lists (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  check ((source = 'vendor') = (list_id is not null))
);
create unique index count_snapshots_once on fettle.count_snapshots (client_id, day, source, key) where list_id is null;
create index count_snapshots_last on fettle.count_snapshots (client_id, source, key, day desc, id desc);
create index count_snapshots_list on fettle.count_snapshots (list_id) where list_id is not null;
call private.protect('count_snapshots', 'staff_client', 'select, insert');

-- What counts how many a line is for.
alter table fettle.contract_lines
  add count_source text check (count_source in ('people', 'items', 'vendor')),
  add count_class text references fettle.ci_classes (key),
  add count_product uuid references fettle.vendor_products (id),
  add constraint contract_lines_counts check (
    (count_source is not distinct from 'items') = (count_class is not null)
    and (count_source is not distinct from 'vendor') = (count_product is not null));
create index contract_lines_class on fettle.contract_lines (count_class) where count_class is not null;
create index contract_lines_product on fettle.contract_lines (count_product) where count_product is not null;

-- By which count a quantity was agreed.
alter table fettle.contract_terms
  add snapshot_id uuid,
  add constraint contract_terms_snapshot foreign key (client_id, snapshot_id) references fettle.count_snapshots (client_id, id);
create index contract_terms_snapshot on fettle.contract_terms (client_id, snapshot_id) where snapshot_id is not null;

-- What was decided where a count and a contract differ; the last one of a line holds.
create table fettle.count_decisions (
  client_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  snapshot_id uuid not null,
  kind text not null check (kind in ('accept', 'set_aside', 'keep')),
  counted numeric(14, 4) not null,
  contracted numeric(14, 4) not null,
  -- Of what was accepted: from when. Of what was set aside: until when.
  day date check ((kind = 'keep') = (day is null)),
  reason text not null default '' check (kind = 'accept' or reason <> ''),
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id),
  foreign key (client_id, snapshot_id) references fettle.count_snapshots (client_id, id)
);
create index count_decisions_line on fettle.count_decisions (client_id, line_id, id desc);
create index count_decisions_snapshot on fettle.count_decisions (client_id, snapshot_id);
create index count_decisions_by on fettle.count_decisions (created_by) where created_by is not null;
call private.protect('count_decisions', 'staff_client', 'select, insert');
