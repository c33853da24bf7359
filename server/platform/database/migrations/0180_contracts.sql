-- What clients have agreed to pay: taxes, rates of work, contracts with their lines, and what is charged once.
create table fettle.tax_rates (
  id uuid primary key,
  name text not null,
  -- Of what is charged, in per cent.
  percent numeric(7, 4) not null check (percent between 0 and 100),
  -- What invoices say beneath, such as why no tax is charged.
  note text not null default '',
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index tax_rates_name on fettle.tax_rates (lower(name));
insert into fettle.tax_rates (id, name, percent, created_at, updated_at) values
  ('01990000-0000-7000-8000-000000000180', 'No tax', 0, now(), now());
call private.protect('tax_rates', 'global', 'select, insert, update');

-- What an hour costs everybody, from a day on: for a person, a role or a kind of work, or for all.
create table fettle.rates (
  id uuid primary key,
  staff_id uuid references fettle.staff (id),
  -- Built-in roles stand in no table; a rate for one that is no more fits nobody.
  role_key text,
  work_type_id uuid references fettle.work_types (id),
  per_hour numeric(14, 4) not null check (per_hour between 0 and 1000000),
  from_day date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index rates_one on fettle.rates (staff_id, role_key, work_type_id, from_day) nulls not distinct;
create index rates_work_type on fettle.rates (work_type_id) where work_type_id is not null;
call private.protect('rates', 'global');

-- Who a client is on an invoice, and to whom invoices go.
create table fettle.client_billing (
  client_id uuid primary key references fettle.clients (id),
  legal_name text not null default '',
  address text not null default '',
  tax_number text not null default '',
  reference text not null default '',
  mail text not null default '',
  version integer not null default 1,
  updated_at timestamptz not null
);
call private.protect('client_billing', 'staff_client');

create table fettle.contracts (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  state text not null check (state in ('draft', 'active', 'ended')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  begins date not null,
  -- The first day on which it holds no more.
  ends date check (ends > begins),
  -- What was before was billed elsewhere.
  bills_from date not null,
  every_months smallint not null check (every_months in (1, 3, 6, 12)),
  advance boolean not null,
  -- Null: it ends when it ends.
  renews_months smallint check (renews_months between 1 and 120),
  notice_days smallint not null default 30 check (notice_days between 0 and 365),
  uplift_percent numeric(7, 4) check (uplift_percent between -50 and 100),
  uplift_months smallint not null default 12 check (uplift_months between 1 and 60),
  -- Null: as the client has it.
  after_hours numeric(6, 4) check (after_hours between 0 and 10),
  holiday numeric(6, 4) check (holiday between 0 and 10),
  reference text not null default '',
  notes text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id)
);
create index contracts_id on fettle.contracts (id);
create index contracts_ends on fettle.contracts (ends) where state = 'active' and ends is not null;
call private.protect('contracts', 'staff_client');

-- A line costs something each month, or takes in time, or both.
create table fettle.contract_lines (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('fixed', 'all_inclusive', 'time', 'block_hours', 'block_money')),
  name text not null,
  unit text not null default '',
  from_day date not null,
  until_day date check (until_day >= from_day),
  prorated boolean not null default true,
  -- Which time it takes in; null: none.
  covers jsonb,
  -- Per cent of the rates, for time that it takes in and that is charged.
  percent numeric(7, 4) not null default 100 check (percent between 0 and 1000),
  -- An hour at a dearer time takes as many hours more off a block.
  weighted boolean not null default false,
  -- How many months what a block holds is good for; null: for good.
  keeps_months smallint check (keeps_months between 1 and 60),
  tax_rate_id uuid references fettle.tax_rates (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create index contract_lines_contract on fettle.contract_lines (client_id, contract_id);
create index contract_lines_tax on fettle.contract_lines (tax_rate_id) where tax_rate_id is not null;
call private.protect('contract_lines', 'staff_client');

-- How many at which price each for a month, from a day on.
create table fettle.contract_terms (
  client_id uuid not null,
  line_id uuid not null,
  from_day date not null,
  quantity numeric(14, 4) not null check (quantity between 0 and 10000000),
  price numeric(16, 4) not null check (price between -10000000 and 10000000),
  -- As of when the price was agreed: it rises from the next uplift on.
  agreed_on date not null,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, line_id, from_day),
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id) on delete cascade
);
create index contract_terms_by on fettle.contract_terms (created_by) where created_by is not null;
call private.protect('contract_terms', 'staff_client');

-- What an hour costs one client, or under one of its contracts.
create table fettle.client_rates (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  contract_id uuid,
  staff_id uuid references fettle.staff (id),
  -- Built-in roles stand in no table; a rate for one that is no more fits nobody.
  role_key text,
  work_type_id uuid references fettle.work_types (id),
  per_hour numeric(14, 4) not null check (per_hour between 0 and 1000000),
  from_day date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create unique index client_rates_one on fettle.client_rates
  (client_id, contract_id, staff_id, role_key, work_type_id, from_day) nulls not distinct;
create index client_rates_staff on fettle.client_rates (staff_id) where staff_id is not null;
create index client_rates_work_type on fettle.client_rates (work_type_id) where work_type_id is not null;
call private.protect('client_rates', 'staff_client');

-- What is charged once: a product, a milestone, a deposit; a credit costs less than nothing.
create table fettle.charges (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  contract_id uuid,
  name text not null,
  due date not null,
  quantity numeric(14, 4) not null check (quantity > 0 and quantity <= 10000000),
  price numeric(16, 4) not null check (price between -10000000 and 10000000),
  unit text not null default '',
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  tax_rate_id uuid references fettle.tax_rates (id),
  created_by uuid references fettle.staff (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create index charges_contract on fettle.charges (client_id, contract_id) where contract_id is not null;
create index charges_tax on fettle.charges (tax_rate_id) where tax_rate_id is not null;
create index charges_by on fettle.charges (created_by) where created_by is not null;
call private.protect('charges', 'staff_client');
