-- How content clients' people were with what was done: asked once a ticket, when it is closed.

-- `team_id`, `staff_id`: who had the ticket then. `until`: how long it may be given or changed. `token_hash`: of the link in the mail that
-- asked, if one did.
create table fettle.ratings (
  client_id uuid not null,
  ticket_id uuid not null,
  contact_id uuid not null,
  team_id uuid references fettle.teams (id),
  staff_id uuid references fettle.staff (id),
  asked_at timestamptz not null,
  until timestamptz not null,
  score text check (score in ('good', 'fair', 'bad')),
  comment text not null default '',
  rated_at timestamptz,
  via text check (via in ('portal', 'mail')),
  token_hash text,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  check ((score is null) = (rated_at is null))
);
create index ratings_asked on fettle.ratings (asked_at desc, ticket_id desc);
create index ratings_contact on fettle.ratings (client_id, contact_id, asked_at desc);
create index ratings_team on fettle.ratings (team_id);
create index ratings_staff on fettle.ratings (staff_id);
create unique index ratings_token on fettle.ratings (token_hash) where token_hash is not null;
call private.protect('ratings', 'client');
-- A client's person sees what they were asked; whoever looks after the company what its people said. Neither writes past the program.
create policy own on fettle.ratings as restrictive for select using (
  (select app.contact()) is null or contact_id = (select app.contact()) or (select app.company_wide()));
create policy writes on fettle.ratings as restrictive for insert with check ((select app.contact()) is null);
create policy changes on fettle.ratings as restrictive for update using ((select app.contact()) is null);
create policy removes on fettle.ratings as restrictive for delete using ((select app.contact()) is null);
