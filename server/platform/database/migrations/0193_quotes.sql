-- Quotes: what a client is offered, in versions; what it signed; and what came of it.
create table fettle.quote_numbers (
  id smallint primary key default 1 check (id = 1),
  next integer not null check (next > 0)
);
insert into fettle.quote_numbers (next) values (1);
call private.protect('quote_numbers', 'global', 'select, update');

create table fettle.quotes (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  number integer not null check (number > 0),
  -- A quote that was sent is not changed: the next revision of its number takes its place.
  revision integer not null check (revision > 0),
  -- One that was sent has expired once its last day is over where the client is; no row says so.
  state text not null check (state in ('draft', 'sent', 'accepted', 'declined', 'withdrawn', 'superseded')),
  title text not null,
  contact_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  introduction text not null default '',
  terms text not null default '',
  valid_until date not null,
  -- Who they were when it was sent.
  seller jsonb,
  buyer jsonb,
  sent_at timestamptz,
  decided_at timestamptz,
  decline_reason text not null default '',
  -- The draft that its monthly lines became.
  contract_id uuid,
  created_by uuid references fettle.staff (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create unique index quotes_number on fettle.quotes (number, revision);
create index quotes_id on fettle.quotes (id);
create index quotes_contact on fettle.quotes (client_id, contact_id) where contact_id is not null;
create index quotes_contract on fettle.quotes (client_id, contract_id) where contract_id is not null;
create index quotes_by on fettle.quotes (created_by) where created_by is not null;
call private.protect('quotes', 'staff_client');

create table fettle.quote_lines (
  client_id uuid not null,
  id uuid not null,
  quote_id uuid not null,
  position integer not null,
  product_id uuid references fettle.products (id),
  name text not null,
  description text not null default '',
  kind text not null check (kind in ('goods', 'licence', 'service', 'labour')),
  billed text not null check (billed in ('once', 'monthly')),
  unit text not null default '',
  quantity numeric(14, 4) not null check (quantity > 0 and quantity <= 10000000),
  price numeric(16, 4) not null check (price between 0 and 10000000),
  -- Per cent off the price.
  discount numeric(7, 4) not null default 0 check (discount between 0 and 100),
  -- What one costs the provider; null where nobody has said.
  cost numeric(16, 4) check (cost between 0 and 10000000),
  supplier text not null default '',
  tax_rate_id uuid references fettle.tax_rates (id),
  -- As it was when the quote was sent.
  tax_name text,
  tax_percent numeric(7, 4),
  -- Always in it, as the client likes, or one of those of its group.
  choice text not null default 'fixed' check (choice in ('fixed', 'optional', 'one_of')),
  choice_group text not null default '' check ((choice = 'one_of') = (choice_group <> '')),
  -- Whether it is chosen unless the client says otherwise.
  chosen boolean not null default true,
  -- Whether it was in what the client accepted; null until then.
  taken boolean,
  primary key (client_id, id),
  foreign key (client_id, quote_id) references fettle.quotes (client_id, id) on delete cascade
);
create index quote_lines_quote on fettle.quote_lines (client_id, quote_id, position);
create index quote_lines_product on fettle.quote_lines (product_id) where product_id is not null;
create index quote_lines_tax on fettle.quote_lines (tax_rate_id) where tax_rate_id is not null;
call private.protect('quote_lines', 'staff_client');

-- What somebody of a client signed: exactly what they were shown, by whom, when and from where. Nothing of it is ever changed.
create table fettle.signatures (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  quote_id uuid,
  contact_id uuid not null,
  -- What they typed, and how they were known.
  name text not null,
  contact_name text not null,
  -- From where it was asked.
  address text not null,
  content text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, quote_id) references fettle.quotes (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
-- A thing is signed once, whoever else signs it at the same moment.
create unique index signatures_quote on fettle.signatures (client_id, quote_id) where quote_id is not null;
create index signatures_contact on fettle.signatures (client_id, contact_id);
call private.protect('signatures', 'staff_client', 'select, insert');

-- What was accepted and is to be bought: ordered, received, handed over and then charged.
create table fettle.orders (
  client_id uuid not null,
  id uuid not null,
  quote_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, quote_id),
  foreign key (client_id, quote_id) references fettle.quotes (client_id, id)
);
create index orders_id on fettle.orders (id);
call private.protect('orders', 'staff_client', 'select, insert');

create table fettle.order_lines (
  client_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  position integer not null,
  product_id uuid references fettle.products (id),
  name text not null,
  unit text not null,
  quantity numeric(14, 4) not null check (quantity > 0 and quantity <= 10000000),
  -- What one costs the client, and the provider.
  price numeric(16, 4) not null check (price between 0 and 10000000),
  cost numeric(16, 4) check (cost between 0 and 10000000),
  supplier text not null default '',
  reference text not null default '',
  expected_on date,
  tax_rate_id uuid references fettle.tax_rates (id),
  state text not null default 'to_order' check (state in ('to_order', 'ordered', 'received', 'handed_over', 'cancelled')),
  -- What it was charged by once it was handed over.
  charge_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, order_id) references fettle.orders (client_id, id)
);
create index order_lines_order on fettle.order_lines (client_id, order_id, position);
create index order_lines_id on fettle.order_lines (id);
create index order_lines_product on fettle.order_lines (product_id) where product_id is not null;
create index order_lines_tax on fettle.order_lines (tax_rate_id) where tax_rate_id is not null;
call private.protect('order_lines', 'staff_client', 'select, insert, update');

-- What of a quote was charged once it was accepted.
create table fettle.quote_charges (
  client_id uuid not null,
  quote_line_id uuid not null,
  charge_id uuid not null,
  primary key (client_id, quote_line_id),
  foreign key (client_id, quote_line_id) references fettle.quote_lines (client_id, id)
);
call private.protect('quote_charges', 'staff_client', 'select, insert');
