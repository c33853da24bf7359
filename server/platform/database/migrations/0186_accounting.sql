-- The connection to the program that keeps the books: how it is reached, what is called what there, and what of ours is where.

-- One at most: an installation is one firm, with one set of books.
create table fettle.accounting_links (
  id uuid primary key,
  is_only boolean not null default true unique check (is_only),
  authorize_url text not null,
  token_url text not null,
  api_url text not null,
  oauth_client_id text not null,
  -- The key under which its secrets are sealed, itself sealed under the installation's.
  key_id text not null,
  wrapped_key bytea not null,
  client_secret bytea not null,
  webhook_key bytea,
  refresh_token bytea,
  access_token bytea,
  access_until timestamptz,
  -- Of a question that waits for the person's answer there.
  state_hash text,
  verifier bytea,
  asked_by uuid,
  asked_until timestamptz,
  -- 'new': nobody has agreed yet. 'choosing': it is not said which books. 'refused': the permission was taken back.
  state text not null default 'new' check (state in ('new', 'choosing', 'on', 'paused', 'refused')),
  tenant_id text,
  tenant_name text not null default '',
  -- What was issued before is not sent.
  send_from date not null,
  -- Up to which of the vendor's own instants changes were read.
  read_until timestamptz,
  next_at timestamptz not null,
  held_by uuid,
  held_until timestamptz,
  failures integer not null default 0,
  fault_kind text,
  fault text not null default '',
  fault_at timestamptz,
  good_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (state in ('new', 'choosing') or tenant_id is not null)
);
call private.protect('accounting_links', 'identity');

-- What an account or a tax of ours is called there.
create table fettle.accounting_codes (
  what text not null check (what in ('account', 'tax')),
  key text not null,
  code text not null,
  name text not null,
  primary key (what, key)
);
call private.protect('accounting_codes', 'global');

-- Which contact there stands for a client; somebody has confirmed it.
create table fettle.accounting_contacts (
  client_id uuid primary key references fettle.clients (id),
  contact_id text not null,
  contact_name text not null,
  confirmed_by uuid references fettle.staff (id),
  confirmed_at timestamptz not null
);
create index accounting_contacts_by on fettle.accounting_contacts (confirmed_by) where confirmed_by is not null;
call private.protect('accounting_contacts', 'staff_client');

-- Where an invoice or credit is on its way to the books.
create table fettle.accounting_documents (
  client_id uuid not null,
  invoice_id uuid not null,
  -- 'sending': it may be there already; it is looked for before it is sent again. 'draft': there, and not yet approved.
  state text not null check (state in ('waiting', 'sending', 'draft', 'sent', 'failed')),
  external_id text,
  external_status text not null default '',
  -- Of a credit: whether it was used for what it credits.
  allocated boolean not null default false,
  fault_kind text,
  fault text not null default '',
  -- What is odd about what was read back.
  note text not null default '',
  attempts integer not null default 0,
  sent_at timestamptz,
  updated_at timestamptz not null,
  primary key (client_id, invoice_id),
  unique (client_id, external_id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create index accounting_documents_open on fettle.accounting_documents (state) where state <> 'sent';
create index accounting_documents_external on fettle.accounting_documents (external_id) where external_id is not null;
call private.protect('accounting_documents', 'staff_client');

-- Which payment there is which of ours.
create table fettle.accounting_payments (
  client_id uuid not null,
  external_id text not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  amount bigint not null,
  -- The payment here that took it back, once it was taken back there.
  undone_by uuid,
  read_at timestamptz not null,
  primary key (client_id, external_id),
  unique (client_id, payment_id),
  foreign key (client_id, payment_id) references fettle.payments (client_id, id),
  foreign key (client_id, undone_by) references fettle.payments (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create index accounting_payments_invoice on fettle.accounting_payments (client_id, invoice_id);
create index accounting_payments_undone on fettle.accounting_payments (client_id, undone_by) where undone_by is not null;
create index accounting_payments_read on fettle.accounting_payments (read_at desc);
call private.protect('accounting_payments', 'staff_client');
