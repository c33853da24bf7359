-- What clients' people are told without asking: notices, planned work and outages; and how their services are.

-- The services that the clients in sight consume, and the groups they are in; asked once in a query.
create function app.services_had() returns uuid[] language sql stable parallel safe as
$$ select coalesce(array_agg(distinct s.service_id), '{}') from fettle.client_services s
   where s.client_id = any ((select app.clients())::uuid[]) $$;
create function app.groups_had() returns uuid[] language sql stable parallel safe as
$$ select coalesce(array_agg(distinct c.group_id), '{}') from fettle.clients c
   where c.id = any ((select app.clients())::uuid[]) and c.group_id is not null $$;
grant execute on function app.services_had(), app.groups_had() to fettle_app, fettle_search;

create table fettle.announcements (
  id uuid primary key,
  kind text not null check (kind in ('notice', 'maintenance', 'outage')),
  title text not null,
  -- Plain text.
  body text not null default '',
  -- What it does to the services that it names, while it lasts; null where it does nothing to them.
  effect text check (effect in ('degraded', 'outage', 'maintenance')),
  service_ids uuid[] not null default '{}',
  -- Whom it is for: every client, whoever has one of the services, groups of clients, or chosen ones.
  audience text not null default 'services' check (audience in ('all', 'services', 'groups', 'chosen')),
  group_ids uuid[] not null default '{}',
  -- For how many chosen clients it is, also where a reader sees only some of them.
  client_count integer not null default 0,
  from_at timestamptz not null,
  until_at timestamptz,
  published_at timestamptz,
  ended_at timestamptz,
  state text not null generated always as (case
    when ended_at is not null then 'ended' when published_at is not null then 'published' else 'draft' end) stored,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (until_at is null or until_at > from_at)
);
create index announcements_from on fettle.announcements (from_at desc, id desc);
create index announcements_running on fettle.announcements (until_at) where state = 'published';

-- The clients whom an announcement is for, where it is for chosen ones.
create table fettle.announcement_clients (
  client_id uuid not null references fettle.clients (id),
  announcement_id uuid not null references fettle.announcements (id) on delete cascade,
  primary key (client_id, announcement_id)
);
create index announcement_clients_announcement on fettle.announcement_clients (announcement_id);
call private.protect('announcement_clients', 'client', 'select, insert, delete');

-- Staff see what is for a client of theirs, whatever its state; a contact what was published for theirs.
alter table fettle.announcements enable row level security;
alter table fettle.announcements force row level security;
grant select, insert, update, delete on fettle.announcements to fettle_app;
create policy staff on fettle.announcements using (
  (select app.principal()) in ('staff', 'system') and ((select app.sees_all())
    or audience = 'all'
    or (audience = 'services' and service_ids && (select app.services_had())::uuid[])
    or (audience = 'groups' and group_ids && (select app.groups_had())::uuid[])
    or (audience = 'chosen' and id in (select c.announcement_id from fettle.announcement_clients c))))
with check ((select app.principal()) in ('staff', 'system'));
create policy readers on fettle.announcements for select using (
  (select app.principal()) = 'contact' and published_at is not null and cardinality((select app.clients())::uuid[]) > 0 and (
    audience = 'all'
    or (audience = 'services' and service_ids && (select app.services_had())::uuid[])
    or (audience = 'groups' and group_ids && (select app.groups_had())::uuid[])
    or (audience = 'chosen' and id in (select c.announcement_id from fettle.announcement_clients c))));

-- Whether an announcement is for a client, as the asker may see either.
create function app.announced_to(announcement fettle.announcements, client uuid) returns boolean language sql stable parallel safe as
$$ select case announcement.audience
  when 'all' then true
  when 'services' then exists (
    select from fettle.client_services s where s.client_id = client and s.service_id = any (announcement.service_ids))
  when 'groups' then exists (select from fettle.clients c where c.id = client and c.group_id = any (announcement.group_ids))
  else exists (
    select from fettle.announcement_clients c where c.client_id = client and c.announcement_id = announcement.id) end $$;
grant execute on function app.announced_to(fettle.announcements, uuid) to fettle_app;

-- What was said about it since, in the order of time.
create table fettle.announcement_updates (
  announcement_id uuid not null references fettle.announcements (id),
  id uuid not null,
  text text not null,
  staff_id uuid references fettle.staff (id),
  by_name text not null,
  at timestamptz not null,
  primary key (announcement_id, id)
);
create index announcement_updates_staff on fettle.announcement_updates (staff_id);
alter table fettle.announcement_updates enable row level security;
alter table fettle.announcement_updates force row level security;
grant select, insert on fettle.announcement_updates to fettle_app;
create policy of_announcement on fettle.announcement_updates using (announcement_id in (select a.id from fettle.announcements a))
with check ((select app.principal()) in ('staff', 'system') and announcement_id in (select a.id from fettle.announcements a));

-- What one of a client's people did with it: put it aside (until more is said), and whether they are told what follows.
create table fettle.announcement_readers (
  client_id uuid not null,
  contact_id uuid not null,
  announcement_id uuid not null references fettle.announcements (id),
  dismissed_at timestamptz,
  follows_since timestamptz,
  primary key (client_id, contact_id, announcement_id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
create index announcement_readers_announcement on fettle.announcement_readers (announcement_id, client_id);
call private.protect('announcement_readers', 'client');
create policy own on fettle.announcement_readers as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact()));

-- Who wants no mail about announcements.
create table fettle.announcement_mail_stops (
  client_id uuid not null,
  contact_id uuid not null,
  at timestamptz not null,
  primary key (client_id, contact_id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
call private.protect('announcement_mail_stops', 'client', 'select, insert, delete');
create policy own on fettle.announcement_mail_stops as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact()));

-- The tickets that an announcement is about.
create table fettle.announcement_tickets (
  client_id uuid not null,
  ticket_id uuid not null,
  announcement_id uuid not null references fettle.announcements (id) on delete cascade,
  staff_id uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, ticket_id, announcement_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index announcement_tickets_announcement on fettle.announcement_tickets (announcement_id, client_id);
create index announcement_tickets_staff on fettle.announcement_tickets (staff_id);
call private.protect('announcement_tickets', 'staff_client');

-- What staff said about how a service is, for every client or for one, without announcing anything.
create table fettle.service_states (
  id uuid primary key,
  service_id uuid not null references fettle.services (id),
  client_id uuid references fettle.clients (id),
  state text not null check (state in ('degraded', 'outage', 'maintenance')),
  -- Plain text, for whoever has the service.
  note text not null default '',
  from_at timestamptz not null,
  until_at timestamptz,
  staff_id uuid references fettle.staff (id),
  by_name text not null
);
create unique index service_states_open on fettle.service_states (client_id, service_id) nulls not distinct where until_at is null;
create index service_states_service on fettle.service_states (service_id, from_at);
create index service_states_staff on fettle.service_states (staff_id);
alter table fettle.service_states enable row level security;
alter table fettle.service_states force row level security;
grant select, insert, update on fettle.service_states to fettle_app;
create policy staff on fettle.service_states using (
  (select app.principal()) in ('staff', 'system')
  and (client_id is null or (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])));
create policy readers on fettle.service_states for select using (
  (select app.principal()) = 'contact' and service_id = any ((select app.services_had())::uuid[])
  and (client_id is null or client_id = any ((select app.clients())::uuid[])));

-- A mail may be about an announcement: whether it is for its reader is looked at again when it is sent.
alter table fettle.outgoing_mails add column announcement_id uuid references fettle.announcements (id);
create index outgoing_mails_announcement on fettle.outgoing_mails (client_id, announcement_id) where announcement_id is not null;
