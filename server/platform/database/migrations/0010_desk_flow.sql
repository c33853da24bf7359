-- Saved views, the next best ticket, triage, and tickets that move to another client.

-- What the program itself puts there has no owner.
alter table fettle.saved_views
  alter column owner_id drop not null,
  add check (shared or owner_id is not null);
create index saved_views_shared on fettle.saved_views (position) where shared;

-- The views a new installation begins with; they are kept, changed and deleted like any shared one.
alter table fettle.saved_views no force row level security;
insert into fettle.saved_views (id, owner_id, shared, name, filter, sort, position, created_at, updated_at)
select id::uuid, null, true, name, filter::jsonb, sort, position, now(), now() from (values
  ('01930000-0000-7000-8000-000000000001', 'My open', '{"status":["open"],"assigneeId":["me"]}', 'updated', 0),
  ('01930000-0000-7000-8000-000000000002', 'Unassigned', '{"status":["open"],"assigneeId":["none"]}', 'priority', 1),
  ('01930000-0000-7000-8000-000000000003', 'At risk', '{"status":["open"],"due":"hour"}', 'due', 2),
  ('01930000-0000-7000-8000-000000000004', 'Waiting for client', '{"status":["waiting"],"holdReason":["client"]}', 'updated', 3),
  ('01930000-0000-7000-8000-000000000005', 'All open', '{"status":["open"]}', 'updated', 4)
) as v (id, name, filter, sort, position);
alter table fettle.saved_views force row level security;

-- What nobody has yet, the most urgent first: the triage board and the next best ticket look here.
create index tickets_unassigned on fettle.tickets (priority, created_at, id) where is_open and assignee_id is null;
create index tickets_unassigned_due on fettle.tickets (due_at, id) where is_open and assignee_id is null and due_at is not null;
create index tickets_unassigned_team on fettle.tickets (team_id, priority, created_at, id) where is_open and assignee_id is null;

-- A ticket proposed to a person as the next one is theirs to take for a while; one passed over is not proposed to them again for longer.
create table fettle.ticket_offers (
  client_id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  state text not null check (state in ('offered', 'rejected')),
  until timestamptz not null,
  primary key (client_id, ticket_id, staff_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_offers_staff on fettle.ticket_offers (staff_id, until);
call private.protect('ticket_offers', 'staff_client');

-- Where a ticket went, and why, is for those who see both clients.
alter table fettle.ticket_redirects
  add column reason text not null default '',
  add column moved_by uuid references fettle.staff (id);
create policy both_ends on fettle.ticket_redirects as restrictive using (
  (select app.sees_all()) or to_client_id = any ((select app.clients())::uuid[]));

-- A moving ticket takes its rows with it one table after the other; between the first and the last the keys do not fit.
do $$
declare
  found record;
begin
  for found in
    select conrelid::regclass as held, conname from pg_constraint
    where contype = 'f' and confrelid = 'fettle.tickets'::regclass and conrelid <> 'fettle.search_documents'::regclass
  loop
    execute format('alter table %s alter constraint %I deferrable initially immediate', found.held, found.conname);
  end loop;
end $$;

-- Takes a ticket's words away from one client, before they are written for another.
grant create on schema app to fettle_search;
create function app.forget_ticket(client uuid, ticket uuid) returns void
language plpgsql security definer set search_path = fettle, pg_catalog, pg_temp as $$
begin
  if not app.in_scope(client) then raise insufficient_privilege; end if;
  delete from search_documents where client_id = client and ticket_id = ticket;
end $$;
alter function app.forget_ticket owner to fettle_search;
revoke create on schema app from fettle_search;
revoke all on function app.forget_ticket from public;
grant execute on function app.forget_ticket to fettle_app;
