-- Addresses under which calendar programs read what is planned: of a person of the provider, and of a client. Only hashes of the secrets are kept.
create table fettle.staff_calendar_feeds (
  staff_id uuid primary key references fettle.staff (id),
  token_hash text not null unique,
  created_at timestamptz not null,
  used_at timestamptz
);
call private.protect('staff_calendar_feeds', 'global');

create table fettle.client_calendar_feeds (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  token_hash text not null,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (client_id, id)
);
create unique index client_calendar_feeds_hash on fettle.client_calendar_feeds (token_hash);
create index client_calendar_feeds_created_by on fettle.client_calendar_feeds (created_by);
call private.protect('client_calendar_feeds', 'staff_client', 'select, insert, update');
