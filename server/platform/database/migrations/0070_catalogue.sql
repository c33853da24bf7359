-- What clients may ask for: items in versions, what they are for a group or a client, and who somebody answers to there.

alter table fettle.contacts
  add column manager_id uuid,
  -- What somebody is to their company: words of the MSP's own, such as "director".
  add column roles text[] not null default '{}',
  add foreign key (client_id, manager_id) references fettle.contacts (client_id, id);
create index contacts_manager on fettle.contacts (client_id, manager_id) where manager_id is not null;

-- An item is the provider's. Whom it is for: everybody, the clients of some groups, or chosen clients (rows of their own), and of
-- their people all or those with a role. Its terms are in its versions; a draft is offered to nobody.
create table fettle.catalogue_items (
  id uuid primary key,
  name text not null,
  audience text not null default 'all' check (audience in ('all', 'groups', 'clients')),
  group_ids uuid[] not null default '{}',
  roles text[] not null default '{}',
  position integer not null default 0,
  draft jsonb,
  published integer,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index catalogue_items_name on fettle.catalogue_items (lower(name)) where active;

create table fettle.catalogue_item_clients (
  client_id uuid not null references fettle.clients (id),
  item_id uuid not null references fettle.catalogue_items (id),
  primary key (client_id, item_id)
);
create index catalogue_item_clients_item on fettle.catalogue_item_clients (item_id);
call private.protect('catalogue_item_clients', 'client', 'select, insert, delete');

alter table fettle.catalogue_items enable row level security;
alter table fettle.catalogue_items force row level security;
grant select, insert, update on fettle.catalogue_items to fettle_app;
-- An item that is for some clients only does not exist for anybody who sees none of them.
create policy readers on fettle.catalogue_items for select using (
  (select app.sees_all())
  or (select app.principal()) in ('staff', 'system', 'contact') and (
    audience = 'all'
    or audience = 'groups' and exists (select from fettle.clients c where c.group_id = any (group_ids))
    or audience = 'clients' and exists (select from fettle.catalogue_item_clients k where k.item_id = catalogue_items.id)));
create policy writers on fettle.catalogue_items using (
  (select app.sees_all()) and (select app.principal()) in ('staff', 'system'))
  with check ((select app.sees_all()) and (select app.principal()) in ('staff', 'system'));

-- Never edited. Whoever sees the item sees its versions, and nobody else.
create table fettle.catalogue_item_versions (
  item_id uuid not null references fettle.catalogue_items (id),
  number integer not null,
  terms jsonb not null,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  primary key (item_id, number)
);
alter table fettle.catalogue_item_versions enable row level security;
alter table fettle.catalogue_item_versions force row level security;
grant select, insert on fettle.catalogue_item_versions to fettle_app;
create policy of_item on fettle.catalogue_item_versions using (item_id in (select i.id from fettle.catalogue_items i));
create policy writers on fettle.catalogue_item_versions as restrictive for insert with check (
  (select app.sees_all()) and (select app.principal()) in ('staff', 'system'));

-- What an item is for a group of clients or for one client where it differs: price, delivery, approval, or not offered at all.
create table fettle.catalogue_offers (
  client_id uuid references fettle.clients (id),
  group_id uuid references fettle.client_groups (id),
  id uuid primary key,
  item_id uuid not null references fettle.catalogue_items (id),
  terms jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  check (num_nonnulls(client_id, group_id) = 1)
);
create unique index catalogue_offers_place on fettle.catalogue_offers (client_id, group_id, item_id) nulls not distinct;
create index catalogue_offers_item on fettle.catalogue_offers (item_id);
alter table fettle.catalogue_offers enable row level security;
alter table fettle.catalogue_offers force row level security;
grant select, insert, update, delete on fettle.catalogue_offers to fettle_app;
create policy scope on fettle.catalogue_offers using (
  case when client_id is null then (select app.sees_all()) and (select app.principal()) in ('staff', 'system')
       else (select app.sees_all()) or client_id = any ((select app.clients())::uuid[]) end);
create policy inherited on fettle.catalogue_offers for select using (
  client_id is null and (select app.principal()) in ('staff', 'system', 'contact')
  and group_id in (select c.group_id from fettle.clients c));

-- What a ticket of kind "request" asks for. Names, prices and promises as they were when it was made.
create table fettle.requests (
  client_id uuid not null,
  ticket_id uuid not null,
  item_id uuid not null references fettle.catalogue_items (id),
  name text not null,
  -- Whoever it is for, where that is not whoever asked.
  for_contact_id uuid,
  ordered_by_kind text not null check (ordered_by_kind in ('staff', 'contact', 'key', 'system')),
  ordered_by uuid,
  reason text not null default '',
  price_minor bigint check (price_minor between 0 and 100000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  expected_on date,
  -- Why: {price, delivery, routing, approval}, a sentence each.
  why jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id),
  foreign key (client_id, for_contact_id) references fettle.contacts (client_id, id),
  check ((price_minor is null) = (currency is null))
);
create index requests_item on fettle.requests (item_id);
create index requests_for on fettle.requests (client_id, for_contact_id) where for_contact_id is not null;
call private.protect('requests', 'client', 'select, insert, update');
create policy own_request on fettle.requests as restrictive using (
  (select app.contact()) is null or exists (
    select from fettle.tickets t where t.client_id = requests.client_id and t.id = requests.ticket_id));

-- The items of a request: the one that was chosen first, then those that it brings. `terms` are the version's, kept for good.
create table fettle.request_parts (
  client_id uuid not null,
  ticket_id uuid not null,
  position integer not null,
  item_id uuid not null references fettle.catalogue_items (id),
  item_version integer not null,
  terms jsonb not null,
  answers jsonb not null,
  price_minor bigint,
  currency text,
  primary key (client_id, ticket_id, position),
  foreign key (client_id, ticket_id) references fettle.requests (client_id, ticket_id)
);
create index request_parts_item on fettle.request_parts (item_id);
call private.protect('request_parts', 'client', 'select, insert, update');
create policy own_request on fettle.request_parts as restrictive using (
  (select app.contact()) is null or exists (
    select from fettle.tickets t where t.client_id = request_parts.client_id and t.id = request_parts.ticket_id));

-- How something is carried out: tasks, each after others, with somebody to do it and until when.
create table fettle.fulfilment_tasks (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  position integer not null,
  title text not null,
  team_id uuid references fettle.teams (id),
  staff_id uuid references fettle.staff (id),
  after uuid[] not null default '{}',
  ola_minutes integer check (ola_minutes between 1 and 525600),
  state text not null default 'planned' check (state in ('planned', 'waiting', 'ready', 'done', 'skipped', 'dropped')),
  ready_at timestamptz,
  due_at timestamptz,
  done_at timestamptz,
  done_by text,
  note text not null default '',
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index fulfilment_tasks_ticket on fettle.fulfilment_tasks (client_id, ticket_id, position);
create index fulfilment_tasks_ready on fettle.fulfilment_tasks (team_id, due_at) where state = 'ready';
call private.protect('fulfilment_tasks', 'client', 'select, insert, update');
create policy own_ticket on fettle.fulfilment_tasks as restrictive using (
  (select app.contact()) is null or exists (
    select from fettle.tickets t where t.client_id = fulfilment_tasks.client_id and t.id = fulfilment_tasks.ticket_id));
