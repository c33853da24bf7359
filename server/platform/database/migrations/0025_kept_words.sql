-- Words and files of a ticket that moved to another client without them being that client's: whoever does not see the client they
-- were said at does not read them, also among the provider's people.
alter table fettle.messages add column kept_for uuid;
alter table fettle.files add column kept_for uuid;

create policy kept on fettle.messages as restrictive using (
  kept_for is null or (select app.sees_all()) or kept_for = any ((select app.clients())::uuid[]));
create policy kept on fettle.files as restrictive using (
  kept_for is null or (select app.sees_all()) or kept_for = any ((select app.clients())::uuid[]));
