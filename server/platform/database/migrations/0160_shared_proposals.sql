-- What is proposed of several clients' incidents is the provider's: whose incidents they are. Empty: those of its client alone.
alter table fettle.problem_proposals add column client_ids uuid[] not null default '{}';
-- Nobody reads of clients that they do not see.
create policy of_several on fettle.problem_proposals as restrictive for all
  using (client_ids = '{}' or (select app.sees_all()) or client_ids <@ (select app.clients()));

-- Of which day of review somebody was told.
alter table fettle.problems add column review_told_on date;
