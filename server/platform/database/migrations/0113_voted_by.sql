-- Who cast a vote in the place of another: within a step a person counts once, whoever's place they stand in.
alter table fettle.approval_voters add column voted_by uuid;
alter table fettle.approval_voters add foreign key (client_id, voted_by) references fettle.contacts (client_id, id);
create index approval_voters_by on fettle.approval_voters (client_id, voted_by) where voted_by is not null;
update fettle.approval_voters v set voted_by = (
  select d.to_contact_id from fettle.approval_delegations d
  join fettle.contacts c on c.client_id = d.client_id and c.id = d.to_contact_id
  where d.client_id = v.client_id and d.contact_id = v.contact_id and c.name = v.voted_for_by
    and d.from_at <= v.voted_at and d.until_at > v.voted_at limit 1)
where v.voted_for_by is not null;
