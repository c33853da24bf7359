-- What is promised: policies in versions, calendars by name, and the promise that each ticket's clocks keep.

create table fettle.sla_calendars (
  id uuid primary key,
  name text not null,
  -- Hours, closures and where holidays and the time zone come from; what clocks count by is in calendars, by content.
  terms jsonb not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index sla_calendars_name on fettle.sla_calendars (lower(name)) where active;
call private.protect('sla_calendars', 'shared', 'select, insert, update');

-- A policy belongs to the provider (neither id), a client group or a client. Its terms are in its versions; a draft binds nobody.
create table fettle.sla_policies (
  id uuid primary key,
  client_id uuid references fettle.clients (id),
  group_id uuid references fettle.client_groups (id),
  name text not null,
  draft jsonb,
  -- The last condition of it that could not be answered: {at, text, error, key}.
  fault jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (group_id is null or client_id is null)
);
create unique index sla_policies_name on fettle.sla_policies (client_id, group_id, lower(name)) nulls not distinct;
create index sla_policies_group on fettle.sla_policies (group_id) where group_id is not null;

alter table fettle.sla_policies enable row level security;
alter table fettle.sla_policies force row level security;
grant select, insert, update on fettle.sla_policies to fettle_app;
create policy scope on fettle.sla_policies using (
  case when client_id is null then (select app.principal()) in ('staff', 'system')
       else (select app.sees_all()) or client_id = any ((select app.clients())::uuid[]) end);
-- What a client's own people do (logging a ticket in the portal) is promised what reaches their client from above.
create policy inherited on fettle.sla_policies for select using (
  (select app.principal()) = 'contact' and client_id is null
  and (group_id is null or group_id in (select c.group_id from fettle.clients c)));

-- Never edited: a running clock keeps the version it began under. Terms of null end the policy from that instant on. Whoever sees
-- the policy sees its versions, and nobody else.
create table fettle.sla_policy_versions (
  policy_id uuid not null references fettle.sla_policies (id),
  number integer not null,
  position integer not null,
  terms jsonb,
  note text not null default '',
  from_at timestamptz not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (policy_id, number)
);
alter table fettle.sla_policy_versions enable row level security;
alter table fettle.sla_policy_versions force row level security;
grant select, insert on fettle.sla_policy_versions to fettle_app;
create policy of_policy on fettle.sla_policy_versions using (policy_id in (select p.id from fettle.sla_policies p));

-- What was promised for tickets of a client, by content: seconds, calendar, thresholds and rules of each target.
create table fettle.sla_promises (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  terms jsonb not null,
  created_at timestamptz not null,
  primary key (client_id, id)
);
call private.protect('sla_promises', 'client', 'select, insert');

alter table fettle.tickets
  add column promise_id uuid,
  -- The policies that bind a ticket are those in force at this instant: when it was logged, or re-based on purpose.
  add column promised_at timestamptz,
  add foreign key (client_id, promise_id) references fettle.sla_promises (client_id, id) deferrable;

alter table fettle.ticket_clocks
  drop constraint ticket_clocks_target_check,
  add check (target in ('first_response', 'next_update', 'resolution', 'vendor') or target ~ '^ola:[0-9a-f-]{36}$'),
  add column held text,
  add column override_seconds integer check (override_seconds > 0);

-- The targets that were a setting before.
insert into fettle.sla_policies (id, client_id, group_id, name, created_at, updated_at)
select s.id, s.client_id, s.group_id, 'Targets', s.updated_at, s.updated_at from fettle.settings s where s.key = 'sla.targets';
insert into fettle.sla_policy_versions (policy_id, number, position, terms, from_at, published_at, published_by)
select s.id, 1, 0,
  jsonb_build_object(
    'kinds', '["incident", "request"]'::jsonb, 'serviceIds', '[]'::jsonb, 'condition', '', 'olas', '[]'::jsonb, 'rules', '{}'::jsonb,
    'targets', jsonb_build_object(
      'first_response', jsonb_build_object('calendar', null, 'byPriority', (select jsonb_agg(p -> 'response') from jsonb_array_elements(s.value -> 'byPriority') p)),
      'resolution', jsonb_build_object('calendar', null, 'byPriority', (select jsonb_agg(p -> 'resolution') from jsonb_array_elements(s.value -> 'byPriority') p))),
    'thresholds', jsonb_build_array(
      jsonb_build_object('percent', s.value -> 'atRiskPercent', 'actions', '[{"type": "notify", "who": ["assignee"]}]'::jsonb),
      jsonb_build_object('percent', 100, 'actions', '[{"type": "notify", "who": ["assignee"]}]'::jsonb))),
  s.updated_at, s.updated_at, s.updated_by
from fettle.settings s where s.key = 'sla.targets';
delete from fettle.settings where key = 'sla.targets';
