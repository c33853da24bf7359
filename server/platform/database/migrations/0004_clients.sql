-- A client's places, people and services.

create table fettle.sites (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  address text not null default '',
  time_zone text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id)
);
create unique index sites_name on fettle.sites (client_id, lower(name));
create index sites_id on fettle.sites (id);
call private.protect('sites', 'client');

-- A person at a client. The same human at two clients is two rows joined by person_id; e-mail and phone stay per client.
create table fettle.contacts (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  person_id uuid not null,
  site_id uuid,
  name text not null,
  name_key text not null generated always as (lower(name)) stored,
  -- Kept in lower case: an address is looked up by equality, which a policy lets use an index.
  email text not null default '' check (email = lower(email)),
  phone text not null default '',
  title text not null default '',
  language text,
  vip boolean not null default false,
  escalation_level smallint check (escalation_level between 1 and 9),
  company_wide boolean not null default false,
  active boolean not null default true,
  notes text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, site_id) references fettle.sites (client_id, id)
);
create index contacts_id on fettle.contacts (id);
create index contacts_person on fettle.contacts (person_id);
create index contacts_name on fettle.contacts (client_id, name_key, id);
create index contacts_all_names on fettle.contacts (name_key, id);
create unique index contacts_email on fettle.contacts (client_id, email) where email <> '';
create index contacts_email_any on fettle.contacts (email) where email <> '';
create index contacts_site on fettle.contacts (client_id, site_id) where site_id is not null;
call private.protect('contacts', 'client');
-- A contact reads only their own card unless they look after the whole company.
create policy own_card on fettle.contacts as restrictive using (
  (select app.contact()) is null or id = (select app.contact()) or (select app.company_wide()));

create table fettle.services (
  id uuid primary key,
  name text not null,
  description text not null default '',
  team_id uuid references fettle.teams (id),
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index services_name on fettle.services (lower(name));
call private.protect('services', 'shared');

create table fettle.client_services (
  client_id uuid not null references fettle.clients (id),
  service_id uuid not null references fettle.services (id),
  since date,
  primary key (client_id, service_id)
);
create index client_services_service on fettle.client_services (service_id);
call private.protect('client_services', 'client');

create table fettle.categories (
  id uuid primary key,
  parent_id uuid references fettle.categories (id),
  name text not null,
  path text not null,
  team_id uuid references fettle.teams (id),
  skills text[] not null default '{}',
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index categories_name on fettle.categories (parent_id, lower(name)) nulls not distinct;
call private.protect('categories', 'shared');
