-- Sign-in by passkey and by the provider's own identity provider; a second factor that is not on yet; keys tied to networks.

-- The credential's own id is up to 1023 bytes and chosen by the authenticator, so a row has a short one of ours.
drop table fettle.passkeys;
create table fettle.passkeys (
  id uuid primary key,
  credential_id text not null unique,
  staff_id uuid not null references fettle.staff (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_staff on fettle.passkeys (staff_id);
call private.protect('passkeys', 'identity');

-- A secret that waits for its first code: setting codes up anew leaves the old ones in force until then.
alter table fettle.credentials add column totp_pending bytea;

-- An identity provider (OpenID Connect). `key` is part of its redirect address, so that answers of two never mix up.
-- `origins` are the hosts its discovery document named when it was saved: the program talks to no others.
drop table fettle.identity_providers;
create table fettle.identity_providers (
  id uuid primary key,
  key text not null unique,
  name text not null,
  issuer text not null unique,
  oidc_client_id text not null,
  client_secret bytea not null,
  origins text[] not null,
  email_domains text[] not null default '{}',
  new_staff_role text,
  new_staff_all_clients boolean not null default false,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('identity_providers', 'identity');

alter table fettle.federated_identities add column id uuid not null unique;
alter table fettle.federated_identities add column email text not null default '';
alter table fettle.federated_identities add column last_used_at timestamptz;
create index federated_identities_staff on fettle.federated_identities (staff_id);

-- Networks a key may be used from, as CIDR texts; empty means anywhere.
alter table fettle.api_keys add column networks text[] not null default '{}';

create index one_time_tokens_staff on fettle.one_time_tokens (staff_id) where staff_id is not null;
create index sessions_age on fettle.sessions (expires_at);
create index sign_in_attempts_age on fettle.sign_in_attempts (at);
