-- Who authorises changes, as rules in drafts and versions; windows of tasks; and what a change reaches, as it was assessed.

create table fettle.change_rules (
  id uuid primary key,
  name text not null,
  position integer not null,
  -- {condition, stage, outcome}: what is in force; null until it is published and once it is withdrawn.
  terms jsonb,
  draft jsonb,
  draft_by uuid references fettle.staff (id),
  draft_at timestamptz,
  published_at timestamptz,
  -- The last time that its condition could not be answered: {at, error}.
  fault jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index change_rules_name on fettle.change_rules (lower(name));
create index change_rules_draft_by on fettle.change_rules (draft_by);
call private.protect('change_rules', 'global');

create table fettle.change_rule_versions (
  rule_id uuid not null references fettle.change_rules (id) on delete cascade,
  number integer not null,
  terms jsonb,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  primary key (rule_id, number)
);
call private.protect('change_rule_versions', 'global', 'select, insert');

-- When a task of a change is to be done: minutes from the planned start, and for how long.
create table fettle.change_task_windows (
  client_id uuid not null,
  task_id uuid not null,
  change_id uuid not null,
  start_minutes integer not null,
  minutes integer not null check (minutes > 0),
  primary key (client_id, task_id),
  foreign key (client_id, task_id) references fettle.fulfilment_tasks (client_id, id) on delete cascade,
  foreign key (client_id, change_id) references fettle.changes (client_id, ticket_id)
);
create index change_task_windows_change on fettle.change_task_windows (client_id, change_id);
call private.protect('change_task_windows', 'staff_client', 'select, insert, delete');

-- What conditions of rules speak of: {dependents, services, importance, items}.
alter table fettle.changes add column reach jsonb not null default '{}';
create index changes_created on fettle.changes (created_at);
create index changes_outcome on fettle.changes (outcome_at) where outcome_at is not null;
