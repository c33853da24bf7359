-- What people were told of a contract, once each: that a month of it earns too little, or that a block runs out.
create table fettle.contract_warnings (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  -- Of a block.
  line_id uuid,
  kind text not null check (kind in ('margin', 'block_low', 'block_used', 'block_expires')),
  -- The first day of the month of the contract, or from which on the block holds something.
  from_day date not null,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contract_id) references fettle.contracts (client_id, id),
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id) on delete cascade
);
create unique index contract_warnings_one on fettle.contract_warnings (client_id, contract_id, line_id, kind, from_day) nulls not distinct;
create index contract_warnings_line on fettle.contract_warnings (client_id, line_id) where line_id is not null;
call private.protect('contract_warnings', 'staff_client', 'select, insert');

-- A notice may be about a contract, or about one's own timesheet.
alter table fettle.notifications
  add column contract_id uuid,
  add column own_page text check (own_page in ('time')),
  add foreign key (client_id, contract_id) references fettle.contracts (client_id, id),
  drop constraint notifications_about,
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null and contract_id is null)
    and num_nonnulls(ticket_id, article_id, connector_id, improvement_id, contract_id, own_page) = 1);
create index notifications_contract on fettle.notifications (client_id, contract_id) where contract_id is not null;
