-- A ticket that was merged goes on elsewhere, and that one may be merged in turn: where each goes on, and since when. Its people read
-- there what was theirs, what they say, and what the desk says to all of them from then on; nothing else.
create table fettle.ticket_joins (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  into_id uuid not null,
  since timestamptz not null,
  -- How many merges lie between them, the last of them included.
  steps integer not null,
  primary key (client_id, ticket_id, into_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, into_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index ticket_joins_into on fettle.ticket_joins (client_id, into_id);
call private.protect('ticket_joins', 'client', 'select, insert, delete');
create policy own_ticket on fettle.ticket_joins as restrictive using (
  (select app.contact()) is null or exists (
    select from fettle.tickets t where t.client_id = ticket_joins.client_id and t.id = ticket_joins.ticket_id));

insert into fettle.ticket_joins (client_id, ticket_id, into_id, since, steps)
with recursive joined as (
  select client_id, id as ticket_id, merged_into_id as into_id, coalesce(closed_at, updated_at) as since, 1 as steps
  from fettle.tickets where merged_into_id is not null
  union all
  select j.client_id, j.ticket_id, t.merged_into_id, greatest(j.since, coalesce(t.closed_at, t.updated_at)), j.steps + 1
  from joined j join fettle.tickets t on t.client_id = j.client_id and t.id = j.into_id where t.merged_into_id is not null
)
select client_id, ticket_id, into_id, since, steps from joined;

drop policy conversation on fettle.messages;
create policy conversation on fettle.messages as restrictive using (
  (select app.contact()) is null
  or (visibility = 'public' and (
    exists (select from fettle.tickets t where t.client_id = messages.client_id and t.id = messages.ticket_id)
    or exists (
      select from fettle.ticket_joins j where j.client_id = messages.client_id and j.into_id = messages.ticket_id
        and (messages.merged_from_id = j.ticket_id or messages.author_id = (select app.contact())
          or (messages.author_kind <> 'contact' and exists (
            select from fettle.ticket_joins said where said.client_id = j.client_id and said.ticket_id = j.ticket_id
              and said.into_id = coalesce(messages.merged_from_id, j.into_id) and messages.created_at >= said.since)))))));

-- A ticket that came back to a client is found there by the key that it had: by the one whose it is as well.
drop policy staff_only on fettle.ticket_redirects;
create policy staff_only on fettle.ticket_redirects as restrictive for all using (
  (select app.principal()) in ('staff', 'system')
  or (to_client_id = client_id and exists (
    select from fettle.tickets t where t.client_id = ticket_redirects.client_id and t.id = ticket_redirects.to_ticket_id)))
  with check ((select app.principal()) in ('staff', 'system'));
