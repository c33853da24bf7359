-- What monitoring systems say is wrong, what became of it, and by which rules.

create table fettle.alerts (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  -- Which system says so; it stays by its name when the connection to it is gone.
  connector_id uuid not null,
  connector_name text not null,
  -- Device and condition, as that system names them.
  key text not null,
  -- False while it is nobody's: it is kept for the provider's own client until somebody says whose it is.
  client_known boolean not null,
  -- What names the client at the system.
  site text not null,
  site_id uuid,
  item_id uuid,
  -- {externalId, hostname, ip}, each where it was said.
  device jsonb not null,
  condition text not null,
  severity smallint not null check (severity between 1 and 5),
  kind text not null check (kind in ('informational', 'warning', 'exception')),
  title text not null,
  -- Plain text.
  text text not null,
  url text,
  source_acknowledged_by text,
  -- Whether it lasts at its system.
  is_open boolean not null,
  state text not null check (state in ('open', 'suppressed', 'correlated', 'ticketed', 'acknowledged', 'cleared', 'closed')),
  -- How often it was raised.
  count integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  cleared_at timestamptz,
  -- When we last heard that it was raised, by our clock.
  heard_at timestamptz not null,
  ticket_id uuid,
  -- The alert that explains this one.
  cause_id uuid,
  -- What was decided and why: {by, do, …}.
  decision jsonb not null default '{}',
  decided_at timestamptz,
  -- When it is decided about next; null where nothing is left to decide.
  decide_at timestamptz,
  -- Of the alert that stands for a storm: until when others join it.
  storm_until timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, connector_id, key),
  foreign key (client_id, site_id) references fettle.sites (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, cause_id) references fettle.alerts (client_id, id) deferrable initially immediate
);
create index alerts_id on fettle.alerts (id);
create index alerts_due on fettle.alerts (decide_at, client_id) where decide_at is not null;
create index alerts_last on fettle.alerts (last_at desc, id desc);
create index alerts_state on fettle.alerts (state, last_at desc, id desc);
create index alerts_client on fettle.alerts (client_id, last_at desc, id desc);
create index alerts_standing on fettle.alerts (client_id, heard_at) where is_open;
create index alerts_storm on fettle.alerts (client_id, storm_until) where storm_until is not null;
create index alerts_ticket on fettle.alerts (client_id, ticket_id) where ticket_id is not null;
create index alerts_cause on fettle.alerts (client_id, cause_id) where cause_id is not null;
create index alerts_item on fettle.alerts (client_id, item_id) where item_id is not null;
create index alerts_site on fettle.alerts (client_id, site_id) where site_id is not null;
call private.protect('alerts', 'staff_client');

-- Each time that an alert was raised, and ends that were heard before their beginning.
create table fettle.alert_occurrences (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  connector_id uuid not null,
  external_id text not null,
  occurrence text not null,
  -- An end that does not say of which time it is: it ends what of its id began before.
  ends_all boolean not null,
  -- Null while only an end was heard.
  alert_id uuid,
  raised boolean not null,
  ended boolean not null,
  -- Whether it keeps its alert open: the last of its id, and not ended.
  counts boolean not null default false,
  started_at timestamptz not null,
  ended_at timestamptz,
  severity smallint not null,
  kind text not null,
  title text not null,
  text text not null,
  url text,
  acknowledged_by text,
  -- What decides between several readings of it.
  said_at timestamptz,
  said_weight smallint not null,
  -- When we heard of it first, and something new of it last.
  heard_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, connector_id, external_id, occurrence, ends_all),
  foreign key (client_id, alert_id) references fettle.alerts (client_id, id) on update cascade deferrable initially immediate
);
create index alert_occurrences_source on fettle.alert_occurrences (connector_id, external_id, started_at desc);
create index alert_occurrences_open on fettle.alert_occurrences (connector_id, external_id) where counts;
create index alert_occurrences_alert on fettle.alert_occurrences (client_id, alert_id, started_at desc);
create index alert_occurrences_heard on fettle.alert_occurrences (heard_at, id);
call private.protect('alert_occurrences', 'staff_client');

-- What becomes of alerts that a condition fits. Asked in order, those of the client first, then of its group, then everybody's.
create table fettle.alert_rules (
  id uuid primary key,
  client_id uuid references fettle.clients (id),
  group_id uuid references fettle.client_groups (id),
  name text not null,
  position integer not null,
  -- {condition, outcome}: what is in force; null until it is published and once it is withdrawn.
  terms jsonb,
  draft jsonb,
  draft_by uuid references fettle.staff (id),
  draft_at timestamptz,
  published_at timestamptz,
  -- The last time that its condition could not be answered: {at, error}.
  fault jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (group_id is null or client_id is null)
);
create unique index alert_rules_name on fettle.alert_rules (client_id, group_id, lower(name)) nulls not distinct;
create index alert_rules_group on fettle.alert_rules (group_id) where group_id is not null;
create index alert_rules_draft_by on fettle.alert_rules (draft_by);
alter table fettle.alert_rules enable row level security;
alter table fettle.alert_rules force row level security;
grant select, insert, update, delete on fettle.alert_rules to fettle_app;
create policy staff on fettle.alert_rules using ((select app.principal()) in ('staff', 'system')
  and (client_id is null or (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])));
