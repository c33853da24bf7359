-- Work that is planned as a whole: phases in order, tasks that are tickets, what comes before what, and milestones that are billed.
create table fettle.projects (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  -- The client's code and a number of its own: ACME-P3.
  number integer not null check (number > 0),
  key text not null,
  name text not null,
  description text not null default '',
  state text not null default 'draft' check (state in ('draft', 'active', 'on_hold', 'done', 'cancelled')),
  manager_id uuid references fettle.staff (id),
  -- By the rates for what is worked, or a price for the whole, which milestones bill.
  charged text not null check (charged in ('time', 'fixed')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  contract_id uuid,
  begins date,
  ends date check (ends >= begins),
  budget_minutes integer check (budget_minutes between 1 and 60000000),
  -- In minor units; of a fixed price it is the price.
  budget_amount bigint check (budget_amount between 1 and 100000000000000),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, number),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create index projects_id on fettle.projects (id);
create index projects_contract on fettle.projects (client_id, contract_id) where contract_id is not null;
create index projects_manager on fettle.projects (manager_id) where manager_id is not null;
call private.protect('projects', 'staff_client', 'select, insert, update');

create table fettle.project_phases (
  client_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null check (position between 0 and 1000),
  name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, project_id, id),
  foreign key (client_id, project_id) references fettle.projects (client_id, id)
);
create index project_phases_id on fettle.project_phases (id);
call private.protect('project_phases', 'staff_client');

-- A task is a ticket of the project's client; what is planned for it stands here.
create table fettle.project_tasks (
  client_id uuid not null,
  ticket_id uuid not null,
  project_id uuid not null,
  phase_id uuid,
  position integer not null check (position between 0 and 100000),
  starts date check ((starts is null) = (ends is null)),
  -- The last day, which counts.
  ends date check (ends >= starts),
  estimate_minutes integer check (estimate_minutes between 1 and 6000000),
  -- Whether the client's people see it.
  shown boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, ticket_id),
  unique (client_id, project_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable,
  foreign key (client_id, project_id) references fettle.projects (client_id, id),
  foreign key (client_id, project_id, phase_id) references fettle.project_phases (client_id, project_id, id)
);
create index project_tasks_phase on fettle.project_tasks (client_id, project_id, phase_id) where phase_id is not null;
call private.protect('project_tasks', 'staff_client');

-- What of a project begins once another task of it is finished.
create table fettle.project_dependencies (
  client_id uuid not null,
  project_id uuid not null,
  ticket_id uuid not null,
  after_id uuid not null check (after_id <> ticket_id),
  primary key (client_id, ticket_id, after_id),
  foreign key (client_id, project_id, ticket_id) references fettle.project_tasks (client_id, project_id, ticket_id) on delete cascade,
  foreign key (client_id, project_id, after_id) references fettle.project_tasks (client_id, project_id, ticket_id) on delete cascade
);
create index project_dependencies_ticket on fettle.project_dependencies (client_id, project_id, ticket_id);
create index project_dependencies_after on fettle.project_dependencies (client_id, project_id, after_id);
call private.protect('project_dependencies', 'staff_client', 'select, insert, delete');

create table fettle.project_milestones (
  client_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  due date,
  -- What is charged once it is reached, in minor units of the project's currency.
  amount bigint check (amount between 1 and 10000000000),
  shown boolean not null default true,
  reached_on date,
  reached_by uuid references fettle.staff (id),
  -- Nothing again where the charge was taken away.
  charge_id uuid check (charge_id is null or reached_on is not null),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, project_id) references fettle.projects (client_id, id),
  foreign key (client_id, charge_id) references fettle.charges (client_id, id) on delete set null (charge_id)
);
create index project_milestones_id on fettle.project_milestones (id);
create index project_milestones_project on fettle.project_milestones (client_id, project_id);
create unique index project_milestones_charge on fettle.project_milestones (client_id, charge_id) where charge_id is not null;
create index project_milestones_by on fettle.project_milestones (reached_by) where reached_by is not null;
call private.protect('project_milestones', 'staff_client');
