-- Changes: what a ticket of that kind plans, touches and risks, by which model; and lifecycles in variants.

-- The key of the lifecycle that a ticket follows (change.standard); null: that of its kind.
alter table fettle.tickets add column lifecycle text;
alter table fettle.lifecycles rename column kind to key;

create table fettle.change_models (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null,
  description text not null default '',
  type text not null check (type in ('standard', 'normal', 'emergency')),
  -- The key of the lifecycle that its changes follow; null: that of the kind.
  lifecycle text,
  required_plans text[] not null default '{}',
  -- What is asked about the risk: [{key, text, help, options: [{value, label, points}]}].
  questions jsonb not null default '[]',
  -- What is to be done: [{key, title, teamId, staffId, after, startMinutes, minutes}].
  tasks jsonb not null default '[]',
  -- Of a standard one what its changes begin with: {title, description, reason, plans, answers, minutes, outage}.
  template jsonb,
  state text not null default 'draft' check (state in ('draft', 'in_force', 'suspended', 'retired')),
  -- Why it is suspended, in words.
  state_why text not null default '',
  state_at timestamptz,
  proposed_by uuid references fettle.staff (id),
  approved_by uuid references fettle.staff (id),
  approved_at timestamptz,
  -- The model whose clean runs it was proposed from.
  from_model_id uuid references fettle.change_models (id),
  built_in boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((type = 'standard') = (template is not null))
);
create index change_models_proposed_by on fettle.change_models (proposed_by);
create index change_models_approved_by on fettle.change_models (approved_by);
create index change_models_from on fettle.change_models (from_model_id);

insert into fettle.change_models (id, key, name, description, type, lifecycle, required_plans, questions, state, built_in, created_at, updated_at)
select gen_random_uuid(), key, name, description, type, lifecycle, plans, questions::jsonb, 'in_force', true, now(), now() from (values
  ('normal', 'Normal change', 'Assessed and authorised by how much it risks.', 'normal', null, array['implementation', 'test', 'backout'], null),
  ('emergency', 'Emergency change', 'As soon as possible, by expedited authority; decided about and looked at afterwards.', 'emergency', 'change.emergency', array['implementation', 'backout'], null)
) as shipped (key, name, description, type, lifecycle, plans, none)
cross join (values ('[
  {"key": "experience", "text": "How often was this done before?", "help": "", "options": [
    {"value": "often", "label": "Many times", "points": 0}, {"value": "sometimes", "label": "A few times", "points": 2}, {"value": "never", "label": "Never", "points": 5}]},
  {"key": "backout", "text": "Can it be taken back?", "help": "", "options": [
    {"value": "tested", "label": "Wholly, and that was tested", "points": 0}, {"value": "untested", "label": "Wholly, but that was not tested", "points": 3},
    {"value": "partly", "label": "In part", "points": 5}, {"value": "no", "label": "No", "points": 8}]},
  {"key": "testing", "text": "How was it tested?", "help": "", "options": [
    {"value": "alike", "label": "Where everything is as it is here", "points": 0}, {"value": "partly", "label": "In part", "points": 2}, {"value": "no", "label": "Not at all", "points": 5}]},
  {"key": "interruption", "text": "How long are people without what it touches?", "help": "If all goes well.", "options": [
    {"value": "none", "label": "Not at all", "points": 0}, {"value": "quarter", "label": "At most a quarter of an hour", "points": 1},
    {"value": "hour", "label": "At most an hour", "points": 3}, {"value": "longer", "label": "Longer", "points": 6}]},
  {"key": "people", "text": "How many teams have to work together?", "help": "", "options": [
    {"value": "one", "label": "One", "points": 0}, {"value": "few", "label": "Two or three", "points": 1}, {"value": "many", "label": "More", "points": 3}]}
]')) as asked (questions);
call private.protect('change_models', 'global', 'select, insert, update');

create table fettle.changes (
  client_id uuid not null,
  ticket_id uuid not null,
  model_id uuid not null references fettle.change_models (id),
  type text not null check (type in ('standard', 'normal', 'emergency')),
  reason text not null default '',
  -- {implementation, test, backout, communication}: cleaned HTML.
  plans jsonb not null default '{}',
  planned_start timestamptz,
  planned_end timestamptz,
  actual_start timestamptz,
  actual_end timestamptz,
  cost_minor bigint check (cost_minor between 0 and 100000000000),
  currency text,
  answers jsonb not null default '{}',
  -- 1 low … 4 very high; null until it can be told.
  risk_level smallint check (risk_level between 1 and 4),
  risk_score integer,
  risk_why jsonb not null default '[]',
  outage boolean not null default false,
  -- The problem that it is to solve, which may be another client's.
  problem_client_id uuid,
  problem_id uuid,
  -- Staff who wrote what is decided about.
  writers uuid[] not null default '{}',
  authorised_at timestamptz,
  authorised_why text not null default '',
  -- What was decided about an emergency one afterwards.
  afterwards text check (afterwards in ('approved', 'rejected', 'expired')),
  afterwards_at timestamptz,
  outcome text,
  outcome_at timestamptz,
  review text not null default '',
  review_at timestamptz,
  review_by uuid references fettle.staff (id),
  review_due_at timestamptz,
  review_told_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id),
  check ((planned_start is null) = (planned_end is null) and planned_end > planned_start),
  check ((cost_minor is null) = (currency is null)),
  check ((problem_client_id is null) = (problem_id is null))
);
create index changes_planned on fettle.changes (planned_start, planned_end) where planned_start is not null;
create index changes_model on fettle.changes (model_id, outcome_at);
create index changes_problem on fettle.changes (problem_id) where problem_id is not null;
create index changes_review_by on fettle.changes (review_by);
create index changes_review_due on fettle.changes (review_due_at) where review_due_at is not null and review_at is null;

-- Tickets of this kind that stood before have no plans yet.
alter table fettle.tickets no force row level security;
alter table fettle.change_models no force row level security;
insert into fettle.changes (client_id, ticket_id, model_id, type, created_at, updated_at)
select t.client_id, t.id, m.id, 'normal', t.created_at, t.created_at from fettle.tickets t, fettle.change_models m
where t.kind = 'change' and m.key = 'normal';
alter table fettle.change_models force row level security;
alter table fettle.tickets force row level security;
call private.protect('changes', 'staff_client', 'select, insert, update');

-- What a change touches. The client is the item's: a change of the provider may touch items of several clients.
create table fettle.change_items (
  client_id uuid not null,
  item_id uuid not null,
  change_client_id uuid not null,
  change_id uuid not null,
  created_at timestamptz not null,
  primary key (client_id, item_id, change_client_id, change_id),
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id)
);
create index change_items_change on fettle.change_items (change_client_id, change_id);
call private.protect('change_items', 'staff_client', 'select, insert, delete');

create table fettle.change_services (
  client_id uuid not null,
  change_id uuid not null,
  service_id uuid not null references fettle.services (id),
  primary key (client_id, change_id, service_id),
  foreign key (client_id, change_id) references fettle.changes (client_id, ticket_id)
);
create index change_services_service on fettle.change_services (service_id);
call private.protect('change_services', 'staff_client', 'select, insert, delete');

-- That somebody went on although something stood against it, and why. Over once what it was about has changed.
create table fettle.change_overrides (
  client_id uuid not null,
  id uuid not null,
  change_id uuid not null,
  kind text not null check (kind in ('collision', 'freeze', 'outside_window')),
  -- What stood against it, in words.
  against text not null default '',
  reason text not null,
  staff_id uuid references fettle.staff (id),
  at timestamptz not null,
  ended_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, change_id) references fettle.changes (client_id, ticket_id)
);
create index change_overrides_change on fettle.change_overrides (client_id, change_id);
create index change_overrides_staff on fettle.change_overrides (staff_id);
call private.protect('change_overrides', 'staff_client', 'select, insert, update');
