-- The event log, settings, files, idempotency: what every module stands on.

-- Append-only: who did what to which subject and what changed. Timeline, audit trail and source of reactions.
create table fettle.events (
  id uuid primary key,
  client_id uuid,
  at timestamptz not null,
  subject_type text not null,
  subject_id uuid not null,
  type text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  on_behalf_of uuid,
  request_id text,
  visibility text not null default 'internal' check (visibility in ('public', 'internal')),
  data jsonb not null default '{}'
);
create index events_subject on fettle.events (subject_id, at, id);
create index events_client on fettle.events (client_id, at, id);
alter table fettle.events enable row level security;
alter table fettle.events force row level security;
grant select, insert on fettle.events to fettle_app;
create policy readers on fettle.events for select using (
  ((select app.sees_all()) or client_id = any ((select app.clients())::uuid[])
    or (client_id is null and (select app.principal()) in ('staff', 'system')))
  and ((select app.contact()) is null or visibility = 'public'));
create policy writers on fettle.events for insert with check (
  (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])
  or (client_id is null and (select app.principal()) in ('staff', 'system')));

create table fettle.client_groups (
  id uuid primary key,
  name text not null,
  description text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index client_groups_name on fettle.client_groups (lower(name));
call private.protect('client_groups', 'global');

create table fettle.clients (
  id uuid primary key,
  client_id uuid generated always as (id) stored,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name text not null,
  -- Lists sort and page by this: lower() is not leakproof, so under a policy an index on it could not be used.
  name_key text not null generated always as (lower(name)) stored,
  kind text not null default 'client' check (kind in ('client', 'internal')),
  group_id uuid references fettle.client_groups (id),
  time_zone text not null,
  language text not null default 'en',
  country text not null default '',
  region text not null default '',
  notes text not null default '',
  active boolean not null default true,
  next_number integer not null default 1,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index clients_name on fettle.clients (name_key, id);
create index clients_group on fettle.clients (group_id);
call private.protect('clients', 'client');

-- One row per override: provider (neither id), group, client, or site. The nearest wins; the code holds the default.
create table fettle.settings (
  id uuid primary key,
  key text not null,
  group_id uuid references fettle.client_groups (id),
  client_id uuid references fettle.clients (id),
  value jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid,
  check (group_id is null or client_id is null)
);
create unique index settings_place on fettle.settings (client_id, group_id, key) nulls not distinct;
alter table fettle.settings enable row level security;
alter table fettle.settings force row level security;
grant select, insert, update, delete on fettle.settings to fettle_app;
create policy scope on fettle.settings using (
  case when client_id is null then (select app.principal()) in ('staff', 'system')
       else (select app.sees_all()) or client_id = any ((select app.clients())::uuid[]) end);
-- What a client's own people do (logging a ticket in the portal) follows the values that reach their client from above.
create policy inherited on fettle.settings for select using (
  (select app.principal()) = 'contact' and client_id is null
  and (group_id is null or group_id in (select c.group_id from fettle.clients c)));

-- Bytes live on disk under their SHA-256; a row says who may have them and by what name.
create table fettle.files (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  subject_type text,
  subject_id uuid,
  message_id uuid,
  visibility text not null default 'internal' check (visibility in ('public', 'internal')),
  created_by uuid,
  created_at timestamptz not null,
  primary key (client_id, id)
);
create index files_subject on fettle.files (client_id, subject_id);
create index files_id on fettle.files (id);
call private.protect('files', 'client');

create table fettle.idempotency (
  principal text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  response text not null,
  created_at timestamptz not null,
  primary key (principal, key)
);
create index idempotency_age on fettle.idempotency (created_at);
alter table fettle.idempotency enable row level security;
alter table fettle.idempotency force row level security;
grant select, insert, delete on fettle.idempotency to fettle_app;
-- A key belongs to the principal that used it; only the sweeper (system) sees others'.
create policy own on fettle.idempotency using (
  (select app.principal()) = 'system' or principal = (select (app.context())[3]));
