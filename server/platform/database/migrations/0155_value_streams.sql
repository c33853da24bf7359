-- How work passes through the steps of a value stream, and where it waits. Streams are the provider's, in drafts and versions; what
-- became of each ticket in each step is derived from its log, and can be worked out anew at any time.

create table fettle.value_streams (
  id uuid primary key,
  name text not null,
  position integer not null,
  -- {demand, work, steps}: what is in force; null until it is published and once it is withdrawn.
  terms jsonb,
  draft jsonb,
  draft_by uuid references fettle.staff (id),
  draft_at timestamptz,
  published_at timestamptz,
  -- Kept as rules have it: {at, error}. Nothing of a stream is a condition that cannot be answered.
  fault jsonb,
  -- What is still to be worked out of the past: tickets with smaller ids than this. Null: nothing.
  rebuild_below uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index value_streams_name on fettle.value_streams (lower(name));
create index value_streams_draft_by on fettle.value_streams (draft_by);
call private.protect('value_streams', 'global');

create table fettle.value_stream_versions (
  rule_id uuid not null references fettle.value_streams (id) on delete cascade,
  number integer not null,
  terms jsonb,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  primary key (rule_id, number)
);
call private.protect('value_stream_versions', 'global', 'select, insert');

-- Derived: what became of a ticket that has ended, in each step of each stream that it is work of.
create table fettle.value_stream_steps (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  stream_id uuid not null references fettle.value_streams (id) on delete cascade,
  step_key text not null,
  -- By which version of the stream: figures are of the one in force alone.
  number integer not null,
  ended_at timestamptz not null,
  entered_at timestamptz not null,
  left_at timestamptz not null,
  visits integer not null,
  -- Seconds by cause, in the order of WAIT_CAUSE_KEYS; by the calendar, and of these the ones in which the client is served.
  waits integer[] not null,
  waits_business integer[] not null,
  wait integer not null,
  wait_business integer not null,
  touch integer not null,
  touch_business integer not null,
  -- Nobody recorded time on the ticket.
  estimated boolean not null,
  -- As the ticket had them when this was worked out.
  team_id uuid,
  category_id uuid,
  primary key (client_id, ticket_id, stream_id, step_key),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index value_stream_steps_ended on fettle.value_stream_steps (stream_id, ended_at);
create index value_stream_steps_client on fettle.value_stream_steps (client_id, stream_id, ended_at);
call private.protect('value_stream_steps', 'staff_client');

-- Tickets that ended, or changed after that, and are to be worked out anew.
create table fettle.value_stream_due (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  at timestamptz not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index value_stream_due_at on fettle.value_stream_due (at);
call private.protect('value_stream_due', 'staff_client', 'select, insert, delete, update');

alter table fettle.value_streams no force row level security;
alter table fettle.value_stream_versions no force row level security;
insert into fettle.value_streams (id, name, position, terms, published_at, rebuild_below, created_at, updated_at)
select gen_random_uuid(), name, place, jsonb_build_object('demand', demand, 'work', jsonb_build_object('kinds', jsonb_build_array(kind),
    'categoryIds', '[]'::jsonb, 'serviceIds', '[]'::jsonb, 'catalogueItemIds', '[]'::jsonb, 'clientIds', '[]'::jsonb),
    'steps', (select jsonb_agg(s || jsonb_build_object('rule', jsonb_build_object('statuses', '[]'::jsonb, 'categories', '[]'::jsonb,
      'teamIds', '[]'::jsonb, 'assigned', null) || (s -> 'rule')) order by nr) from jsonb_array_elements(steps::jsonb) with ordinality as e (s, nr))),
  now(), 'ffffffff-ffff-ffff-ffff-ffffffffffff', now(), now()
from (values
  ('Restore service', 10, 'Something that worked does not work any more.', 'incident', '[
    {"key": "take_in", "name": "Take in", "activity": "engage", "idle": false, "rule": {}},
    {"key": "find_person", "name": "Find who does it", "activity": "deliver_and_support", "idle": false, "rule": {"categories": ["open"], "assigned": false}},
    {"key": "restore", "name": "Investigate and restore", "activity": "deliver_and_support", "idle": false, "rule": {"categories": ["open", "waiting"], "assigned": true}}]'),
  ('Fulfil a request', 20, 'Somebody orders something from the catalogue.', 'request', '[
    {"key": "take_in", "name": "Take in", "activity": "engage", "idle": false, "rule": {}},
    {"key": "approve", "name": "Approve", "activity": "plan", "idle": false, "rule": {"statuses": ["pending_approval"]}},
    {"key": "provide", "name": "Provide", "activity": "obtain_build", "idle": false, "rule": {"statuses": ["approved", "fulfilling", "on_hold"]}}]'),
  ('Make a change', 30, 'Something is to be added, altered or taken away.', 'change', '[
    {"key": "plan", "name": "Plan", "activity": "plan", "idle": false, "rule": {}},
    {"key": "assess", "name": "Assess", "activity": "design_and_transition", "idle": false, "rule": {"statuses": ["assess"]}},
    {"key": "authorise", "name": "Authorise", "activity": "plan", "idle": false, "rule": {"statuses": ["authorise", "expedite"]}},
    {"key": "window", "name": "Wait for the window", "activity": "design_and_transition", "idle": true, "rule": {"statuses": ["scheduled"]}},
    {"key": "implement", "name": "Implement", "activity": "design_and_transition", "idle": false, "rule": {"statuses": ["implement"]}}]')
) as shipped (name, place, demand, kind, steps);
insert into fettle.value_stream_versions (rule_id, number, terms, note, published_at)
select id, 1, terms, 'As Fettle comes', published_at from fettle.value_streams;
alter table fettle.value_streams force row level security;
alter table fettle.value_stream_versions force row level security;
