-- Services as what the provider offers, what each client has of that, and when it was not there.

alter table fettle.services
  add column stage text not null default 'offered' check (stage in ('pipeline', 'offered', 'retired')),
  add column owner_id uuid references fettle.staff (id),
  -- When it is agreed to be there: the client's service hours, always, or a calendar by its id.
  add column calendar text not null default 'service_hours' check (calendar ~ '^(service_hours|always|[0-9a-f-]{36})$'),
  -- In percent of the agreed time; null where nothing is promised.
  add column availability_target double precision check (availability_target > 0 and availability_target <= 100),
  -- Whether planned outages count against it as well.
  add column planned_counts boolean not null default false;
alter table fettle.services no force row level security;
update fettle.services set stage = 'retired' where not active;
alter table fettle.services force row level security;
alter table fettle.services drop column active;
alter table fettle.services add column active boolean not null generated always as (stage = 'offered') stored;
create index services_owner on fettle.services (owner_id);

-- What a client has by itself; null: as it is offered.
alter table fettle.client_services
  add column calendar text check (calendar ~ '^(service_hours|always|[0-9a-f-]{36})$'),
  add column availability_target double precision check (availability_target > 0 and availability_target <= 100),
  add column planned_counts boolean,
  add column version integer not null default 1;

-- When a client's service was not there, or not wholly. It stays when the client does not have the service any more.
create table fettle.outages (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  service_id uuid not null references fettle.services (id),
  began_at timestamptz not null,
  -- Null while it lasts.
  ended_at timestamptz,
  planned boolean not null default false,
  -- How much of it was missing, in percent: 100 where it was gone, less where it worked in part.
  share smallint not null default 100 check (share between 1 and 100),
  -- What happened, in words that the client's people may read, where it is told.
  title text not null,
  told boolean not null default true,
  -- Why it happened: for the provider's people.
  cause text not null default '',
  source text not null check (source in ('hand', 'status', 'announcement', 'change')),
  -- What it comes from: what was said of the service, an announcement, or the ticket of a change.
  source_id uuid,
  -- Somebody wrote in it: what it comes from ends it, and changes nothing else.
  held boolean not null default false,
  -- It does not count: it was none.
  withdrawn_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  check (ended_at > began_at),
  check ((source = 'hand') = (source_id is null))
);
create index outages_id on fettle.outages (id);
create index outages_service on fettle.outages (client_id, service_id, began_at desc);
create index outages_began on fettle.outages (began_at desc, id desc);
create index outages_of_service on fettle.outages (service_id);
create unique index outages_source on fettle.outages (client_id, service_id, source_id) where source_id is not null;
create index outages_from on fettle.outages (source_id) where source_id is not null;
call private.protect('outages', 'client', 'select, insert, update');

-- What it is known to have to do with: tickets (a change and a major incident are such), alerts and announcements.
create table fettle.outage_links (
  client_id uuid not null,
  id uuid not null,
  outage_id uuid not null,
  ticket_id uuid,
  alert_id uuid,
  announcement_id uuid references fettle.announcements (id) on delete cascade,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, outage_id) references fettle.outages (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id),
  foreign key (client_id, alert_id) references fettle.alerts (client_id, id) on delete cascade,
  check (num_nonnulls(ticket_id, alert_id, announcement_id) = 1)
);
create unique index outage_links_once on fettle.outage_links (client_id, outage_id, ticket_id, alert_id, announcement_id) nulls not distinct;
create index outage_links_ticket on fettle.outage_links (client_id, ticket_id) where ticket_id is not null;
create index outage_links_alert on fettle.outage_links (client_id, alert_id) where alert_id is not null;
create index outage_links_announcement on fettle.outage_links (announcement_id) where announcement_id is not null;
call private.protect('outage_links', 'staff_client', 'select, insert, delete');
