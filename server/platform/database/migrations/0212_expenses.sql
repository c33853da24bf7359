-- What people paid for work, and how far they drove for it: of what kind, whether somebody agreed, and what a client is charged for it.
create table fettle.expense_kinds (
  id uuid primary key,
  name text not null,
  -- What is counted, such as km; empty where an amount is said.
  unit text not null default '',
  -- What one of the unit costs, by currency: [{"currency": "AUD", "price": "0.88"}].
  rates jsonb not null default '[]',
  -- Whether, with which mark-up in per cent and with which tax a client is charged for it unless somebody says otherwise.
  chargeable boolean not null,
  markup numeric(7, 4) not null default 0 check (markup between 0 and 1000),
  tax_rate_id uuid references fettle.tax_rates (id),
  -- In major units: above it a receipt is needed; null: never.
  receipt_above numeric(14, 4) check (receipt_above >= 0),
  position integer not null,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index expense_kinds_name on fettle.expense_kinds (lower(name));
create index expense_kinds_tax on fettle.expense_kinds (tax_rate_id) where tax_rate_id is not null;
insert into fettle.expense_kinds (id, name, unit, rates, chargeable, receipt_above, position, created_at, updated_at) values
  ('01990000-0000-7000-8000-000000002121', 'Kilometres', 'km', '[{"currency": "AUD", "price": "0.88"}]', true, null, 1, now(), now()),
  ('01990000-0000-7000-8000-000000002122', 'Parking and tolls', '', '[]', true, 20, 2, now(), now()),
  ('01990000-0000-7000-8000-000000002123', 'Fares', '', '[]', true, 20, 3, now(), now()),
  ('01990000-0000-7000-8000-000000002124', 'Accommodation', '', '[]', true, 0, 4, now(), now()),
  ('01990000-0000-7000-8000-000000002125', 'Meals', '', '[]', false, 20, 5, now(), now()),
  ('01990000-0000-7000-8000-000000002126', 'Parts', '', '[]', true, 0, 6, now(), now());
call private.protect('expense_kinds', 'global', 'select, insert, update');

create table fettle.expenses (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  ticket_id uuid,
  kind_id uuid not null references fettle.expense_kinds (id),
  day date not null,
  -- How many of the unit, and what one cost when it was recorded; null where an amount was paid.
  quantity numeric(14, 4) check (quantity > 0),
  rate numeric(14, 4) check (rate >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What was paid, in minor units, and the tax in it.
  amount bigint not null check (amount > 0),
  tax bigint not null default 0 check (tax between 0 and amount),
  paid_by text not null check (paid_by in ('own', 'company')),
  chargeable boolean not null,
  markup numeric(7, 4) not null default 0 check (markup between 0 and 1000),
  client_note text not null default '',
  note text not null default '',
  state text not null default 'open' check (state in ('open', 'submitted', 'approved', 'returned')),
  returned_because text,
  decided_by uuid references fettle.staff (id),
  decided_at timestamptz,
  paid_back_on date,
  paid_back_by uuid references fettle.staff (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable,
  check ((quantity is null) = (rate is null)),
  check (paid_back_on is null or (paid_by = 'own' and state = 'approved'))
);
create index expenses_id on fettle.expenses (id);
create index expenses_ticket on fettle.expenses (client_id, ticket_id) where ticket_id is not null;
create index expenses_staff on fettle.expenses (staff_id, day);
create index expenses_kind on fettle.expenses (kind_id);
create index expenses_submitted on fettle.expenses (day) where state = 'submitted';
create index expenses_to_pay_back on fettle.expenses (staff_id) where paid_by = 'own' and state = 'approved';
create index expenses_decided_by on fettle.expenses (decided_by) where decided_by is not null;
create index expenses_paid_back_by on fettle.expenses (paid_back_by) where paid_back_by is not null;
call private.protect('expenses', 'staff_client');

-- Their receipts; the bytes lie on disk. No person of a client reads one.
create table fettle.expense_receipts (
  client_id uuid not null,
  id uuid not null,
  expense_id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, expense_id) references fettle.expenses (client_id, id) on delete cascade
);
create index expense_receipts_expense on fettle.expense_receipts (client_id, expense_id);
create index expense_receipts_id on fettle.expense_receipts (id);
create index expense_receipts_bytes on fettle.expense_receipts (sha256);
create index expense_receipts_by on fettle.expense_receipts (created_by) where created_by is not null;
call private.protect('expense_receipts', 'staff_client', 'select, insert, delete');

alter table fettle.charges
  add column expense_id uuid,
  -- What it charges for was returned: it is not billed until that holds again.
  add column held boolean not null default false,
  -- What it came of, in steps: [{"what": "Mark-up", "how": "10 %"}].
  add column why jsonb not null default '[]',
  add constraint charges_expense foreign key (client_id, expense_id) references fettle.expenses (client_id, id);
create unique index charges_expense on fettle.charges (client_id, expense_id) where expense_id is not null;
