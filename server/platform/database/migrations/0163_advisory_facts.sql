-- What a vendor says of an advisory besides its title: whose it is, about what, how bad, and by which number or address it is known.
alter table fettle.problem_advisories
  add column vendor text not null default '',
  add column product text not null default '',
  add column severity text check (severity in ('low', 'medium', 'high', 'critical')),
  add column reference text not null default '',
  add column text text not null default '';
-- A list that is taken twice enters nothing twice.
create unique index problem_advisories_reference on fettle.problem_advisories (lower(vendor), lower(reference))
  where withdrawn_at is null and reference <> '';
