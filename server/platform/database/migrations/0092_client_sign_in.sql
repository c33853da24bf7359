-- How a client's people sign in: by which way a session was opened, so that a policy that forbids the way ends it.
alter table fettle.sessions add column way text check (way in ('staff_link', 'mail', 'sso')), add column provider_id uuid;
create index sessions_provider on fettle.sessions (client_id, provider_id) where provider_id is not null;

-- An identity provider of a client, for its people alone. `origins` are the hosts its discovery document named when it was saved.
create table fettle.client_identity_providers (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  issuer text not null,
  oidc_client_id text not null,
  origins text[] not null,
  email_domains text[] not null,
  makes_contacts boolean not null,
  trusts_email boolean not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, issuer)
);
create index client_identity_providers_id on fettle.client_identity_providers (id);
call private.protect('client_identity_providers', 'staff_client');

-- What only the program knows of it, sealed.
create table fettle.client_identity_secrets (
  client_id uuid not null,
  provider_id uuid not null,
  secret bytea not null,
  primary key (client_id, provider_id),
  foreign key (client_id, provider_id) references fettle.client_identity_providers (client_id, id) on delete cascade
);
call private.protect('client_identity_secrets', 'identity');

-- Who is who at a provider, by what never changes there: never by an address.
create table fettle.contact_identities (
  client_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  subject text not null,
  contact_id uuid not null,
  email text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, provider_id, subject),
  unique (client_id, provider_id, contact_id),
  foreign key (client_id, provider_id) references fettle.client_identity_providers (client_id, id) on delete cascade,
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
create index contact_identities_contact on fettle.contact_identities (client_id, contact_id);
call private.protect('contact_identities', 'identity');
