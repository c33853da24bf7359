-- A ticket that was merged into a colleague's goes on there. Its people read there what was theirs, what they say, and what the desk
-- says to both from then on; nothing else of that ticket.
drop policy conversation on fettle.messages;
create policy conversation on fettle.messages as restrictive using (
  (select app.contact()) is null
  or (visibility = 'public' and (
    exists (select from fettle.tickets t where t.client_id = messages.client_id and t.id = messages.ticket_id)
    or exists (
      select from fettle.tickets t where t.client_id = messages.client_id and t.merged_into_id = messages.ticket_id
        and (messages.merged_from_id = t.id or messages.author_id = (select app.contact())
          or (messages.author_kind <> 'contact' and messages.merged_from_id is null and messages.created_at >= t.closed_at))))));

drop policy conversation on fettle.files;
create policy conversation on fettle.files as restrictive using (
  (select app.contact()) is null
  or (visibility = 'public' and (
    (subject_id is null and created_by = (select app.contact()))
    or exists (select from fettle.tickets t where t.client_id = files.client_id and t.id = files.subject_id)
    or (message_id is not null and exists (
      select from fettle.messages m where m.client_id = files.client_id and m.id = files.message_id)))));
