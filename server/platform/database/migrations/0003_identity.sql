-- Staff, roles, sessions, keys. Secrets are kept as hashes only.

create table fettle.roles (
  key text primary key,
  name text not null,
  description text not null default '',
  permissions text[] not null,
  built_in boolean not null default false,
  version integer not null default 1
);
call private.protect('roles', 'global');

create table fettle.staff (
  id uuid primary key,
  email text not null,
  name text not null,
  title text not null default '',
  time_zone text not null default 'UTC',
  language text not null default 'en',
  skills text[] not null default '{}',
  capacity integer not null default 20 check (capacity between 0 and 1000),
  role_keys text[] not null,
  all_clients boolean not null default true,
  active boolean not null default true,
  preferences jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index staff_email on fettle.staff (lower(email));
call private.protect('staff', 'global');

-- The clients a limited technician works for; not read for staff with all_clients.
create table fettle.staff_clients (
  client_id uuid not null references fettle.clients (id),
  staff_id uuid not null references fettle.staff (id),
  primary key (client_id, staff_id)
);
create index staff_clients_staff on fettle.staff_clients (staff_id);
call private.protect('staff_clients', 'staff_client');

create table fettle.staff_leave (
  id uuid primary key,
  staff_id uuid not null references fettle.staff (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null default ''
);
create index staff_leave_staff on fettle.staff_leave (staff_id, ends_at);
call private.protect('staff_leave', 'global');

create table fettle.teams (
  id uuid primary key,
  name text not null unique,
  description text not null default '',
  strategy text not null default 'manual' check (strategy in ('manual', 'round_robin', 'load_balanced', 'by_skill')),
  escalates_to_id uuid references fettle.teams (id),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('teams', 'global');

create table fettle.team_members (
  team_id uuid not null references fettle.teams (id),
  staff_id uuid not null references fettle.staff (id),
  lead boolean not null default false,
  last_assigned_at timestamptz,
  primary key (team_id, staff_id)
);
create index team_members_staff on fettle.team_members (staff_id);
call private.protect('team_members', 'global');

create table fettle.credentials (
  staff_id uuid primary key references fettle.staff (id),
  password_hash text,
  password_set_at timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}'
);
call private.protect('credentials', 'identity');

create table fettle.passkeys (
  id text primary key,
  staff_id uuid not null references fettle.staff (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_staff on fettle.passkeys (staff_id);
call private.protect('passkeys', 'identity');

-- A browser's session: the cookie holds 256 random bits, the row their SHA-256.
create table fettle.sessions (
  id uuid primary key,
  token_hash text not null unique,
  principal_kind text not null check (principal_kind in ('staff', 'contact')),
  staff_id uuid references fettle.staff (id),
  contact_id uuid,
  client_id uuid,
  stage text not null default 'full' check (stage in ('full', 'second_factor')),
  authenticated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text not null default '',
  address text not null default ''
);
create index sessions_staff on fettle.sessions (staff_id);
call private.protect('sessions', 'identity');

create table fettle.api_keys (
  id uuid primary key,
  staff_id uuid not null references fettle.staff (id),
  name text not null,
  key_hash text not null unique,
  hint text not null,
  permissions text[] not null,
  all_clients boolean not null default false,
  client_ids uuid[] not null default '{}',
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index api_keys_staff on fettle.api_keys (staff_id);
call private.protect('api_keys', 'identity');

-- One-time secrets: set-up link, invitation, password reset, passkey and OIDC challenges, contact sign-in links.
create table fettle.one_time_tokens (
  token_hash text primary key,
  purpose text not null,
  staff_id uuid references fettle.staff (id),
  contact_id uuid,
  client_id uuid,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_tokens_age on fettle.one_time_tokens (expires_at);
call private.protect('one_time_tokens', 'identity');

create table fettle.identity_providers (
  id uuid primary key,
  name text not null,
  issuer text not null,
  oidc_client_id text not null,
  client_secret bytea not null,
  active boolean not null default true,
  created_at timestamptz not null
);
call private.protect('identity_providers', 'identity');

create table fettle.federated_identities (
  issuer text not null,
  subject text not null,
  staff_id uuid not null references fettle.staff (id),
  created_at timestamptz not null,
  primary key (issuer, subject)
);
call private.protect('federated_identities', 'identity');

create table fettle.sign_in_attempts (
  bucket text not null,
  at timestamptz not null
);
create index sign_in_attempts_bucket on fettle.sign_in_attempts (bucket, at);
call private.protect('sign_in_attempts', 'identity');

