-- The estate: what clients have, from whom it is known, and how it hangs together.

-- Kinds of items as data, in a tree; an item has the attributes of its class and of every class above it.
create table fettle.ci_classes (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  parent_key text references fettle.ci_classes (key),
  name text not null,
  -- What the class adds: [{key, name, type, unit, options, help, ends, remindDays}].
  attributes jsonb not null default '[]',
  built_in boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index ci_classes_name on fettle.ci_classes (lower(name));
create index ci_classes_parent on fettle.ci_classes (parent_key);

-- What a relation means. `from` depends on `to` where trouble runs 'backward', from what is needed to who needs it.
create table fettle.ci_relation_kinds (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null,
  inverse text not null,
  trouble text not null check (trouble in ('backward', 'forward', 'both', 'none')),
  built_in boolean not null default false,
  active boolean not null default true,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table fettle.configuration_items (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  class_key text not null references fettle.ci_classes (key),
  name text not null,
  name_key text not null generated always as (lower(name)) stored,
  state text not null default 'deployed'
    check (state in ('on_order', 'in_stock', 'deployed', 'in_maintenance', 'retired', 'disposed', 'missing')),
  -- What stands on its label.
  asset_tag text not null default '',
  site_id uuid,
  -- Whose it is: one of the client's people.
  contact_id uuid,
  -- The service that it stands for, where it is one of the client's services.
  service_id uuid references fettle.services (id),
  -- What holds of it now, by attribute; who said what stands in ci_sources.
  attributes jsonb not null default '{}',
  online boolean,
  last_seen_at timestamptz,
  -- Who was signed in last, as the source writes it.
  last_user text not null default '',
  -- A source says that it is being worked on.
  in_maintenance boolean not null default false,
  -- Where two were one: what goes on.
  merged_into uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, site_id) references fettle.sites (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  foreign key (client_id, merged_into) references fettle.configuration_items (client_id, id)
);
create index configuration_items_id on fettle.configuration_items (id);
create index configuration_items_name on fettle.configuration_items (client_id, name_key, id);
create index configuration_items_all_names on fettle.configuration_items (name_key, id);
create index configuration_items_class on fettle.configuration_items (class_key, name_key, id);
create unique index configuration_items_tag on fettle.configuration_items (client_id, lower(asset_tag)) where asset_tag <> '';
create index configuration_items_site on fettle.configuration_items (client_id, site_id) where site_id is not null;
create index configuration_items_contact on fettle.configuration_items (client_id, contact_id) where contact_id is not null;
create index configuration_items_service on fettle.configuration_items (service_id) where service_id is not null;
create index configuration_items_merged on fettle.configuration_items (client_id, merged_into) where merged_into is not null;
call private.protect('configuration_items', 'staff_client');

-- What each source last said of an item. People are a source as well: what they say by hand.
create table fettle.ci_sources (
  client_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  source_kind text not null check (source_kind in ('person', 'agent', 'rmm', 'monitor', 'import')),
  -- The connector or key that it came by; null for people.
  source_id uuid,
  source_name text not null default '',
  external_id text not null default '',
  name text not null default '',
  class_key text,
  site_id uuid,
  attributes jsonb not null default '{}',
  open_url text,
  remote_url text,
  last_user text,
  online boolean,
  last_seen_at timestamptz,
  in_maintenance boolean not null default false,
  -- Of all that was said, but for when: the same again writes nothing.
  digest text not null default '',
  -- By what the item was known again: a kind of identifier, or 'new'.
  matched_by text not null default 'new',
  first_at timestamptz not null,
  seen_at timestamptz not null,
  -- Since when the source does not list it any more.
  gone_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id),
  foreign key (client_id, site_id) references fettle.sites (client_id, id)
);
create index ci_sources_site on fettle.ci_sources (client_id, site_id) where site_id is not null;
create index ci_sources_item on fettle.ci_sources (client_id, item_id);
create unique index ci_sources_external on fettle.ci_sources (client_id, source_id, external_id) where source_id is not null;
create unique index ci_sources_person on fettle.ci_sources (client_id, item_id) where source_kind = 'person';
create index ci_sources_any_external on fettle.ci_sources (source_id, external_id) where source_id is not null;
call private.protect('ci_sources', 'staff_client');

-- By what an item is known again: normalised, and without what stands for nothing.
create table fettle.ci_identifiers (
  client_id uuid not null,
  kind text not null check (kind in ('uuid', 'serial', 'mac', 'hostname')),
  value text not null,
  source_ref uuid not null,
  item_id uuid not null,
  primary key (client_id, kind, value, source_ref),
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id),
  foreign key (client_id, source_ref) references fettle.ci_sources (client_id, id) on delete cascade
);
create index ci_identifiers_source on fettle.ci_identifiers (client_id, source_ref);
create index ci_identifiers_item on fettle.ci_identifiers (client_id, item_id);
call private.protect('ci_identifiers', 'staff_client');

-- Lists of parts as a source says them: networks, disks, …
create table fettle.ci_sections (
  client_id uuid not null,
  source_ref uuid not null,
  section text not null,
  content jsonb not null,
  updated_at timestamptz not null,
  primary key (client_id, source_ref, section),
  foreign key (client_id, source_ref) references fettle.ci_sources (client_id, id) on delete cascade
);
call private.protect('ci_sections', 'staff_client');

create table fettle.ci_software (
  client_id uuid not null,
  source_ref uuid not null,
  name text not null,
  name_key text not null generated always as (lower(name)) stored,
  version text not null default '',
  publisher text not null default '',
  installed_on date,
  primary key (client_id, source_ref, name, version),
  foreign key (client_id, source_ref) references fettle.ci_sources (client_id, id) on delete cascade
);
create index ci_software_name on fettle.ci_software (client_id, name_key);
call private.protect('ci_software', 'staff_client');

create table fettle.ci_relations (
  client_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  kind text not null references fettle.ci_relation_kinds (key),
  to_id uuid not null,
  -- Who says so.
  source_kind text not null default 'person' check (source_kind in ('person', 'agent', 'rmm', 'monitor', 'import')),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, from_id) references fettle.configuration_items (client_id, id),
  foreign key (client_id, to_id) references fettle.configuration_items (client_id, id),
  check (from_id <> to_id)
);
create unique index ci_relations_once on fettle.ci_relations (client_id, from_id, to_id, kind);
create index ci_relations_to on fettle.ci_relations (client_id, to_id);
create index ci_relations_kind on fettle.ci_relations (kind);
call private.protect('ci_relations', 'staff_client');

-- Two items that may be one, and those that were made one: what moved, so that it can be taken back.
create table fettle.ci_duplicates (
  client_id uuid not null,
  id uuid not null,
  -- The one that goes on, if they are one.
  kept_id uuid not null,
  other_id uuid not null,
  -- What they share: [{kind, value}].
  why jsonb not null default '[]',
  state text not null default 'proposed' check (state in ('proposed', 'merged', 'dismissed')),
  moved jsonb not null default '{}',
  decided_by text not null default '',
  decided_at timestamptz,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, kept_id) references fettle.configuration_items (client_id, id),
  foreign key (client_id, other_id) references fettle.configuration_items (client_id, id),
  check (kept_id <> other_id)
);
create unique index ci_duplicates_pair on fettle.ci_duplicates (client_id, least(kept_id, other_id), greatest(kept_id, other_id))
  where state <> 'merged';
create index ci_duplicates_other on fettle.ci_duplicates (client_id, other_id);
create index ci_duplicates_kept on fettle.ci_duplicates (client_id, kept_id);
create index ci_duplicates_open on fettle.ci_duplicates (created_at, id) where state = 'proposed';
call private.protect('ci_duplicates', 'staff_client');

-- How things stood, to compare with later.
create table fettle.ci_baselines (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  made_by text not null,
  item_count integer not null default 0,
  created_at timestamptz not null,
  primary key (client_id, id)
);
call private.protect('ci_baselines', 'staff_client', 'select, insert, update, delete');
create table fettle.ci_baseline_items (
  client_id uuid not null,
  baseline_id uuid not null,
  item_id uuid not null,
  name text not null,
  class_key text not null,
  state text not null,
  attributes jsonb not null,
  -- [{kind, to}] of the relations that begin here.
  relations jsonb not null default '[]',
  primary key (client_id, baseline_id, item_id),
  foreign key (client_id, baseline_id) references fettle.ci_baselines (client_id, id) on delete cascade,
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id)
);
create index ci_baseline_items_item on fettle.ci_baseline_items (client_id, item_id);
call private.protect('ci_baseline_items', 'staff_client');

-- Days on which something of an item ends: a warranty, a certificate, a domain, a contract, a licence.
create table fettle.ci_expiries (
  client_id uuid not null,
  item_id uuid not null,
  attribute text not null,
  on_day date not null,
  -- How many days before it somebody is to hear of it; null where nobody is.
  remind_days integer,
  told_at timestamptz,
  ticket_id uuid,
  primary key (client_id, item_id, attribute),
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) on delete set null (ticket_id) deferrable initially immediate
);
create index ci_expiries_day on fettle.ci_expiries (on_day, client_id, item_id);
create index ci_expiries_ticket on fettle.ci_expiries (client_id, ticket_id) where ticket_id is not null;
call private.protect('ci_expiries', 'staff_client');

-- What a ticket is about.
create table fettle.ticket_items (
  client_id uuid not null,
  ticket_id uuid not null,
  item_id uuid not null,
  staff_id uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, ticket_id, item_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id)
);
create index ticket_items_item on fettle.ticket_items (client_id, item_id, created_at);
create index ticket_items_staff on fettle.ticket_items (staff_id);
call private.protect('ticket_items', 'staff_client');

insert into fettle.ci_relation_kinds (key, name, inverse, trouble, built_in, position, created_at, updated_at)
select key, name, inverse, trouble, true, position, now(), now() from (values
  ('depends_on', 'depends on', 'is needed by', 'backward', 1),
  ('runs_on', 'runs on', 'runs', 'backward', 2),
  ('connects_to', 'connects through', 'connects', 'backward', 3),
  ('uses', 'uses', 'is used by', 'backward', 4),
  ('member_of', 'is a member of', 'has the member', 'forward', 5),
  ('backs_up', 'backs up', 'is backed up by', 'none', 6)
) as shipped (key, name, inverse, trouble, position);

insert into fettle.ci_classes (key, parent_key, name, attributes, built_in, created_at, updated_at)
select key, parent, name, attributes::jsonb, true, now(), now() from (values
  ('item', null, 'Item', '[
    {"key":"manufacturer","name":"Manufacturer","type":"text"},{"key":"model","name":"Model","type":"text"},
    {"key":"serial","name":"Serial number","type":"text"},
    {"key":"description","name":"Description","type":"text"},{"key":"notes","name":"Notes","type":"text"},
    {"key":"supplier","name":"Supplier","type":"text"},{"key":"orderNumber","name":"Order number","type":"text"},
    {"key":"purchasedOn","name":"Purchased on","type":"date"},{"key":"purchasePrice","name":"Purchase price","type":"money"},
    {"key":"warrantyUntil","name":"Warranty until","type":"date","ends":true},
    {"key":"depreciationMonths","name":"Depreciated over","type":"number","unit":"months","help":"In equal parts from the day of purchase to the residual value"},
    {"key":"residualValue","name":"Residual value","type":"money"}]'),
  ('hardware', 'item', 'Hardware', '[
    {"key":"ipAddress","name":"IP address","type":"text"},{"key":"externalIp","name":"Public IP address","type":"text"},
    {"key":"macAddress","name":"MAC address","type":"text"},{"key":"location","name":"Location","type":"text"},
    {"key":"firmware","name":"Firmware","type":"text"}]'),
  ('computer', 'hardware', 'Computer', '[
    {"key":"uuid","name":"Hardware UUID","type":"text"},
    {"key":"operatingSystem","name":"Operating system","type":"text"},{"key":"osVersion","name":"Version of the system","type":"text"},
    {"key":"kernel","name":"Kernel","type":"text"},{"key":"architecture","name":"Architecture","type":"text"},
    {"key":"processor","name":"Processor","type":"text"},{"key":"cores","name":"Cores","type":"number"},
    {"key":"memoryMb","name":"Memory","type":"number","unit":"MB"},{"key":"storageMb","name":"Storage","type":"number","unit":"MB"},
    {"key":"domain","name":"Domain","type":"text"},{"key":"lastBootAt","name":"Last started","type":"instant"},
    {"key":"installedOn","name":"System installed on","type":"date"},{"key":"agentVersion","name":"Agent","type":"text"},
    {"key":"antivirus","name":"Antivirus","type":"text"},{"key":"antivirusState","name":"State of the antivirus","type":"text"},
    {"key":"patchState","name":"State of patches","type":"text"},{"key":"patchesPending","name":"Patches that wait","type":"number"},
    {"key":"rebootRequired","name":"Restart needed","type":"flag"}]'),
  ('workstation', 'computer', 'Workstation', '[]'),
  ('laptop', 'computer', 'Laptop', '[]'),
  ('server', 'computer', 'Server', '[]'),
  ('virtual_host', 'server', 'Virtualisation host', '[]'),
  ('virtual_machine', 'computer', 'Virtual machine', '[]'),
  ('network_device', 'hardware', 'Network device', '[{"key":"ports","name":"Ports","type":"number"}]'),
  ('switch', 'network_device', 'Switch', '[]'),
  ('router', 'network_device', 'Router', '[]'),
  ('firewall', 'network_device', 'Firewall', '[]'),
  ('access_point', 'network_device', 'Access point', '[]'),
  ('printer', 'hardware', 'Printer', '[{"key":"supplies","name":"Supplies","type":"text"}]'),
  ('phone', 'hardware', 'Phone', '[{"key":"phoneNumber","name":"Number","type":"text"}]'),
  ('mobile', 'hardware', 'Mobile device', '[
    {"key":"imei","name":"IMEI","type":"text"},{"key":"phoneNumber","name":"Number","type":"text"},{"key":"carrier","name":"Carrier","type":"text"}]'),
  ('storage', 'hardware', 'Storage', '[{"key":"storageMb","name":"Storage","type":"number","unit":"MB"}]'),
  ('ups', 'hardware', 'Uninterruptible power supply', '[{"key":"batteryChangedOn","name":"Batteries changed on","type":"date"}]'),
  ('display', 'hardware', 'Display', '[]'),
  ('application', 'item', 'Application', '[
    {"key":"appVersion","name":"Version","type":"text"},{"key":"url","name":"Address","type":"url"}]'),
  ('database', 'application', 'Database', '[{"key":"engine","name":"Engine","type":"text"}]'),
  ('service', 'item', 'Service', '[{"key":"url","name":"Address","type":"url"}]'),
  ('cloud_tenant', 'item', 'Cloud tenant', '[
    {"key":"tenantId","name":"Tenant id","type":"text"},{"key":"tenantDomain","name":"Domain","type":"text"},{"key":"url","name":"Administration","type":"url"}]'),
  ('domain', 'item', 'Domain', '[
    {"key":"registrar","name":"Registrar","type":"text"},{"key":"expiresOn","name":"Expires on","type":"date","ends":true,"remindDays":45},
    {"key":"autoRenews","name":"Renews by itself","type":"flag"},{"key":"nameServers","name":"Name servers","type":"text"}]'),
  ('certificate', 'item', 'Certificate', '[
    {"key":"subject","name":"Names","type":"text"},{"key":"issuer","name":"Issuer","type":"text"},
    {"key":"validFrom","name":"Valid from","type":"date"},{"key":"validUntil","name":"Valid until","type":"date","ends":true,"remindDays":30}]'),
  ('software_licence', 'item', 'Software licence', '[
    {"key":"product","name":"Software","type":"text","help":"The name as it is installed; * stands for anything: Microsoft 365 Apps*"},
    {"key":"seats","name":"Entitled to","type":"number","unit":"seats"},
    {"key":"metric","name":"Counted by","type":"choice","options":["device","user"]},
    {"key":"expiresOn","name":"Expires on","type":"date","ends":true,"remindDays":60}]'),
  ('supplier_contract', 'item', 'Supplier contract', '[
    {"key":"reference","name":"Reference","type":"text"},{"key":"startsOn","name":"Starts on","type":"date"},
    {"key":"endsOn","name":"Ends on","type":"date","ends":true,"remindDays":90},
    {"key":"noticeDays","name":"Notice","type":"number","unit":"days"},{"key":"yearlyPrice","name":"Price a year","type":"money"}]')
) as shipped (key, parent, name, attributes);

-- Protected last, since what is shipped is nobody's in particular to write.
call private.protect('ci_classes', 'global');
call private.protect('ci_relation_kinds', 'global');
