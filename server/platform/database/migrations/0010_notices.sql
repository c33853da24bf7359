-- A contact's reply leaves a note for the staff who have the ticket: contacts may leave notes, and read, change or delete none.
drop policy staff_only on fettle.notifications;
create policy staff_read on fettle.notifications as restrictive for select using ((select app.principal()) in ('staff', 'system'));
create policy staff_change on fettle.notifications as restrictive for update using ((select app.principal()) in ('staff', 'system'));
create policy staff_delete on fettle.notifications as restrictive for delete using ((select app.principal()) in ('staff', 'system'));
