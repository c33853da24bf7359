-- Runs of billing, invoices with what each line came of, and what settles them. An issued invoice is not changed: it is credited.
create table fettle.billing_runs (
  id uuid primary key,
  name text not null,
  -- Everything that is due by this day.
  by_day date not null,
  issued_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_by uuid references fettle.staff (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index billing_runs_by on fettle.billing_runs (created_by) where created_by is not null;
call private.protect('billing_runs', 'global');

-- The next number of an invoice. Whoever issues one holds the row until the end, so that there is no gap and no twin.
create table fettle.invoice_numbers (
  id smallint primary key default 1 check (id = 1),
  next integer not null check (next > 0)
);
insert into fettle.invoice_numbers (next) values (1);
call private.protect('invoice_numbers', 'global', 'select, update');

create table fettle.invoices (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('invoice', 'credit')),
  run_id uuid references fettle.billing_runs (id),
  -- Of a credit: what it credits.
  credits_id uuid,
  name text not null,
  issued_on date not null,
  due_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- In minor units; a credit has them below zero.
  net bigint not null,
  tax bigint not null,
  total bigint generated always as (net + tax) stored,
  -- Who they were when it was issued.
  seller jsonb not null,
  buyer jsonb not null,
  reason text not null default '',
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, credits_id) references fettle.invoices (client_id, id)
);
create unique index invoices_number on fettle.invoices (number);
create index invoices_id on fettle.invoices (id);
-- A run bills a client once in each currency, however often it is started.
create unique index invoices_run on fettle.invoices (run_id, client_id, currency) where credits_id is null;
create index invoices_credits on fettle.invoices (client_id, credits_id) where credits_id is not null;
create index invoices_issued on fettle.invoices (client_id, issued_on);
create index invoices_by on fettle.invoices (created_by) where created_by is not null;
call private.protect('invoices', 'staff_client', 'select, insert');

create table fettle.invoice_lines (
  client_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  name text not null,
  unit text not null,
  quantity numeric(16, 4) not null,
  price numeric(18, 4) not null,
  amount bigint not null,
  tax_name text not null,
  tax_percent numeric(7, 4) not null,
  tax_note text not null,
  tax bigint not null,
  contract_id uuid,
  line_id uuid,
  -- Which month of the contract it is for, of what stands in a contract.
  month integer,
  charge_id uuid,
  -- Of a credit: which line it credits, and whether what that charged can be billed again.
  credits_line_id uuid,
  again boolean not null default false,
  -- Everything that it came of.
  why jsonb not null,
  primary key (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id),
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id),
  foreign key (client_id, charge_id) references fettle.charges (client_id, id)
);
create index invoice_lines_invoice on fettle.invoice_lines (client_id, invoice_id, position);
create index invoice_lines_contract on fettle.invoice_lines (client_id, contract_id) where contract_id is not null;
create index invoice_lines_line on fettle.invoice_lines (client_id, line_id, month) where line_id is not null;
create index invoice_lines_charge on fettle.invoice_lines (client_id, charge_id) where charge_id is not null;
create index invoice_lines_credits on fettle.invoice_lines (client_id, credits_line_id) where credits_line_id is not null;
call private.protect('invoice_lines', 'staff_client', 'select, insert');

-- Which time is billed, or was found to cost nothing more; each entry once.
create table fettle.time_billed (
  client_id uuid not null,
  entry_id uuid not null,
  invoice_id uuid not null,
  primary key (client_id, entry_id),
  foreign key (client_id, entry_id) references fettle.time_entries (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create index time_billed_invoice on fettle.time_billed (client_id, invoice_id);
call private.protect('time_billed', 'staff_client', 'select, insert, delete');

-- Which charges are billed; each once.
create table fettle.charges_billed (
  client_id uuid not null,
  charge_id uuid not null,
  invoice_id uuid not null,
  primary key (client_id, charge_id),
  foreign key (client_id, charge_id) references fettle.charges (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create index charges_billed_invoice on fettle.charges_billed (client_id, invoice_id);
call private.protect('charges_billed', 'staff_client', 'select, insert, delete');

-- What a block held in a month of its contract, and what of it is left: seconds, or minor units.
create table fettle.block_grants (
  client_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  month integer not null,
  from_day date not null,
  until_day date,
  granted bigint not null check (granted >= 0),
  remaining bigint not null check (remaining between 0 and granted),
  primary key (client_id, id),
  unique (client_id, line_id, month),
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id) on delete cascade
);
call private.protect('block_grants', 'staff_client', 'select, insert, update');

create table fettle.block_draws (
  client_id uuid not null,
  grant_id uuid not null,
  entry_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (client_id, grant_id, entry_id),
  foreign key (client_id, grant_id) references fettle.block_grants (client_id, id),
  foreign key (client_id, entry_id) references fettle.time_billed (client_id, entry_id)
);
create index block_draws_entry on fettle.block_draws (client_id, entry_id);
call private.protect('block_draws', 'staff_client', 'select, insert, delete');

-- What was paid for an invoice; below zero where it was given back.
create table fettle.payments (
  client_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  amount bigint not null check (amount <> 0),
  paid_on date not null,
  note text not null default '',
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create index payments_invoice on fettle.payments (client_id, invoice_id);
create index payments_by on fettle.payments (created_by) where created_by is not null;
call private.protect('payments', 'staff_client', 'select, insert');
