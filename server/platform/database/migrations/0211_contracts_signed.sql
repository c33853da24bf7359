-- A contract goes to somebody of the client, who signs it in the portal before it is active.
alter table fettle.contracts
  drop constraint contracts_state_check,
  add constraint contracts_state_check check (state in ('draft', 'sent', 'signed', 'active', 'ended')),
  -- What both sides agree to beside the lines.
  add column terms text not null default '',
  add column sent_to uuid,
  add column sent_by uuid references fettle.staff (id),
  add column sent_at timestamptz,
  -- Exactly what they are shown and sign; null where it was not sent, or was taken back.
  add column sent_text text,
  add foreign key (client_id, sent_to) references fettle.contacts (client_id, id),
  add constraint contracts_sent check (num_nulls(sent_to, sent_at, sent_text) in (0, 3)),
  add constraint contracts_waiting check (state not in ('sent', 'signed') or sent_text is not null);
create index contracts_sent_to on fettle.contracts (client_id, sent_to) where sent_to is not null;
create index contracts_sent_by on fettle.contracts (sent_by) where sent_by is not null;

alter table fettle.signatures
  add column contract_id uuid,
  add foreign key (client_id, contract_id) references fettle.contracts (client_id, id),
  add constraint signatures_about check (num_nonnulls(quote_id, contract_id) = 1);
create unique index signatures_contract on fettle.signatures (client_id, contract_id) where contract_id is not null;
