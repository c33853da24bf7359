-- Quotes on their way by mail to whoever they are for: asked for as they are sent, printed and handed to the outbox afterwards.
create table fettle.quote_mails (
  client_id uuid not null,
  id uuid not null,
  quote_id uuid not null,
  kind text not null check (kind = 'quote'),
  address text not null,
  -- The document that went along, and the mail that took it; empty until it is printed.
  sha256 text not null default '',
  mail_id uuid,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, quote_id) references fettle.quotes (client_id, id)
);
create index quote_mails_quote on fettle.quote_mails (client_id, quote_id, created_at);
create index quote_mails_waiting on fettle.quote_mails (created_at, id) where mail_id is null;
create index quote_mails_by on fettle.quote_mails (created_by) where created_by is not null;
create index quote_mails_bytes on fettle.quote_mails (sha256) where sha256 <> '';
call private.protect('quote_mails', 'staff_client', 'select, insert, update');
