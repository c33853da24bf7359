-- Mail to an address of a client that is nobody's in particular, such as where its invoices go.
alter table fettle.outgoing_mails add column address text,
  drop constraint outgoing_mails_one_person,
  add constraint outgoing_mails_one_person check (num_nonnulls(staff_id, contact_id, address) = 1);

-- Invoices on their way by mail: asked for with what they tell of, printed and handed to the outbox afterwards.
create table fettle.invoice_mails (
  client_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  kind text not null check (kind in ('invoice', 'invoiceReminder')),
  -- Of a reminder: so many days after it was due.
  days integer check ((days is not null) = (kind = 'invoiceReminder')),
  address text not null,
  -- The document that went along, and the mail that took it; empty until it is printed.
  sha256 text not null default '',
  mail_id uuid,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, invoice_id) references fettle.invoices (client_id, id)
);
create unique index invoice_mails_once on fettle.invoice_mails (client_id, invoice_id, days) where kind = 'invoiceReminder';
create index invoice_mails_invoice on fettle.invoice_mails (client_id, invoice_id, created_at);
create index invoice_mails_waiting on fettle.invoice_mails (created_at, id) where mail_id is null;
create index invoice_mails_by on fettle.invoice_mails (created_by) where created_by is not null;
create index invoice_mails_bytes on fettle.invoice_mails (sha256) where sha256 <> '';
call private.protect('invoice_mails', 'staff_client', 'select, insert, update');
