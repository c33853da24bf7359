-- The host name at which a client's people find the portal as their own. At most one each, and each is one client's.
create table fettle.portal_hosts (
  client_id uuid primary key references fettle.clients (id),
  host text not null check (host = lower(host) and host ~ '^[a-z0-9.-]{4,253}$'),
  updated_at timestamptz not null,
  unique (host)
);
call private.protect('portal_hosts', 'client');
