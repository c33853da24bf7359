-- Time worked for a client that the ticket has left: what was done there is told in its notes, so it is kept as its words are.
alter table fettle.time_entries add column kept_for uuid;

create policy kept on fettle.time_entries as restrictive using (
  kept_for is null or (select app.sees_all()) or kept_for = any ((select app.clients())::uuid[]));
