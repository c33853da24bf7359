-- Whoever of a client's people was let follow a ticket sees it in the portal, as whoever asked for it does. Whoever follows because theirs
-- was merged into it is only told what is said from then on.
alter table fettle.ticket_watchers add column sees boolean not null default false;

-- Of who follows what, somebody of a client sees that they do themselves, and changes nothing.
drop policy staff_only on fettle.ticket_watchers;
create policy own on fettle.ticket_watchers as restrictive for select using (
  (select app.contact()) is null or (watcher_kind = 'contact' and watcher_id = (select app.contact())));
create policy staff_writes on fettle.ticket_watchers as restrictive for insert with check ((select app.principal()) in ('staff', 'system'));
create policy staff_changes on fettle.ticket_watchers as restrictive for update using ((select app.principal()) in ('staff', 'system'));
create policy staff_removes on fettle.ticket_watchers as restrictive for delete using ((select app.principal()) in ('staff', 'system'));

-- The tickets that a client's person was let see; asked once in a query, and not at all for others.
create function app.followed() returns uuid[] language sql stable parallel safe as
$$ select coalesce(array_agg(w.ticket_id), '{}') from fettle.ticket_watchers w
   where w.client_id = any ((select app.clients())::uuid[]) and w.watcher_kind = 'contact' and w.watcher_id = (select app.contact()) and w.sees $$;

grant execute on function app.followed() to fettle_app, fettle_search;

drop policy requester on fettle.tickets;
create policy requester on fettle.tickets as restrictive using (
  (select app.contact()) is null or requester_id = (select app.contact()) or (select app.company_wide())
  or id = any ((select app.followed())::uuid[]));
