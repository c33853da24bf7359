-- A deposit is charged once and taken off again later: what takes it off names it.
alter table fettle.charges
  add deposit_of uuid,
  add constraint charges_deposit foreign key (client_id, deposit_of) references fettle.charges (client_id, id) on delete cascade;
create unique index charges_deposit_of on fettle.charges (client_id, deposit_of) where deposit_of is not null;
