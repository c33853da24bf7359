-- Connections to other systems: what they are, how they are reached, which of their sites is whose, and how reading them went.

create table fettle.connectors (
  id uuid primary key,
  -- Which kind of system, by the key of its provider in the program.
  provider text not null,
  name text not null,
  base_url text not null default '',
  -- The fields of its form that are no secrets.
  options jsonb not null default '{}',
  -- 'refused': its credentials are no longer taken; nothing is tried until somebody has looked.
  state text not null default 'on' check (state in ('on', 'paused', 'refused')),
  -- The client to whom everything belongs that names no mapped site.
  serves_id uuid references fettle.clients (id),
  full_minutes integer not null default 1440 check (full_minutes between 15 and 43200),
  changes_minutes integer not null default 15 check (changes_minutes between 1 and 10080),
  alerts_minutes integer not null default 5 check (alerts_minutes between 1 and 1440),
  -- How calls from there are proven, besides by their address: networks they come from, headers of a signature.
  hook_networks text[] not null default '{}',
  hook_signature_header text not null default '',
  hook_time_header text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index connectors_serves on fettle.connectors (serves_id);
call private.protect('connectors', 'global');

-- The key under which a connector's credentials are sealed, itself sealed under the installation's; and the hash of the address for calls.
create table fettle.connector_keys (
  connector_id uuid primary key references fettle.connectors (id) on delete cascade,
  key_id text not null,
  wrapped_key bytea not null,
  hook_hash bytea,
  hook_made_at timestamptz
);
create unique index connector_keys_hook on fettle.connector_keys (hook_hash) where hook_hash is not null;
call private.protect('connector_keys', 'identity');

create table fettle.connector_credentials (
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  field text not null,
  sealed bytea not null,
  -- Its last characters, so that people know which one it is; empty where it is too short for that.
  ending text not null default '',
  set_at timestamptz not null,
  primary key (connector_id, field)
);
call private.protect('connector_credentials', 'identity');

-- Work that comes again and again: when it is due, how far it is, and who does it now.
create table fettle.connector_tasks (
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  task text not null check (task in ('devices', 'alerts')),
  next_at timestamptz not null,
  -- When every device is listed again; of 'devices' alone.
  full_at timestamptz,
  cursor text,
  failures integer not null default 0,
  fault_kind text,
  fault text not null default '',
  fault_at timestamptz,
  good_at timestamptz,
  good_full_at timestamptz,
  held_by uuid,
  held_until timestamptz,
  primary key (connector_id, task)
);
create index connector_tasks_due on fettle.connector_tasks (next_at);
call private.protect('connector_tasks', 'identity');

-- The places at the vendor, and which client and site each stands for.
create table fettle.connector_sites (
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  external_id text not null,
  name text not null,
  parent_name text,
  device_count integer,
  for_client_id uuid references fettle.clients (id),
  for_site_id uuid,
  ignored boolean not null default false,
  seen_at timestamptz not null,
  -- Since when a complete list of sites has not had it.
  gone_at timestamptz,
  primary key (connector_id, external_id),
  foreign key (for_client_id, for_site_id) references fettle.sites (client_id, id)
);
create index connector_sites_client on fettle.connector_sites (for_client_id, for_site_id) where for_client_id is not null;
call private.protect('connector_sites', 'identity');

-- Each device as far as reading it goes: where it is, and of which time its costly details are that we hold.
create table fettle.connector_devices (
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  external_id text not null,
  site text,
  stamp text,
  primary key (connector_id, external_id)
);
call private.protect('connector_devices', 'identity');

create table fettle.connector_runs (
  id uuid primary key,
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  kind text not null check (kind in ('full', 'incremental', 'alerts', 'test')),
  -- 'broken_off': whoever did it was silent for too long, so another began anew.
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'broken_off')),
  started_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}',
  -- What was odd, and how often.
  notes jsonb not null default '{}',
  fault_kind text,
  fault text not null default ''
);
create index connector_runs_newest on fettle.connector_runs (connector_id, started_at desc, id desc);
create index connector_runs_old on fettle.connector_runs (started_at);
call private.protect('connector_runs', 'identity');

-- What systems called us with, as it came, from before it is read.
create table fettle.connector_calls (
  id uuid primary key,
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  received_at timestamptz not null,
  address text not null,
  headers jsonb not null default '{}',
  body bytea,
  size integer not null,
  state text not null default 'new' check (state in ('new', 'done', 'malformed', 'refused', 'failed')),
  why text not null default '',
  alerts integer not null default 0,
  attempts integer not null default 0,
  next_at timestamptz not null
);
create index connector_calls_due on fettle.connector_calls (next_at, id) where state = 'new';
create index connector_calls_newest on fettle.connector_calls (connector_id, received_at desc, id desc);
create index connector_calls_old on fettle.connector_calls (received_at);
call private.protect('connector_calls', 'identity');

-- A notice may be about a connector: each is for one person, and nobody else reads it.
alter table fettle.notifications
  add column connector_id uuid references fettle.connectors (id) on delete cascade,
  drop constraint notifications_about,
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null) and num_nonnulls(ticket_id, article_id, connector_id) = 1);
create index notifications_connector on fettle.notifications (connector_id) where connector_id is not null;
