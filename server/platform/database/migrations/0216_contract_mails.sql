-- Contracts on their way by mail to whoever signs them: asked for as they are sent, printed and handed to the outbox afterwards.
create table fettle.contract_mails (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null check (kind = 'contract'),
  address text not null,
  -- The document that went along, and the mail that took it; empty until it is printed.
  sha256 text not null default '',
  mail_id uuid,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id)
);
create index contract_mails_contract on fettle.contract_mails (client_id, contract_id, created_at);
create index contract_mails_waiting on fettle.contract_mails (created_at, id) where mail_id is null;
create index contract_mails_by on fettle.contract_mails (created_by) where created_by is not null;
create index contract_mails_bytes on fettle.contract_mails (sha256) where sha256 <> '';
call private.protect('contract_mails', 'staff_client', 'select, insert, update, delete');
