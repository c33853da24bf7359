-- What a change means for each client that it affects: what of theirs it touches and when, whether their people approve it, and what is
-- announced to them. A change of several clients is the provider's; nothing of a client stands in another's row.

-- What it is called where people of several clients read of it; empty where nothing was said.
alter table fettle.changes add column told_title text not null default '';
-- Whether people of the clients that it affects approve it; null where they are not asked. Says nothing of which clients these are.
alter table fettle.changes add column consent text check (consent in ('wanted', 'asked', 'given', 'refused'));

create table fettle.change_parts (
  client_id uuid not null,
  change_client_id uuid not null,
  change_id uuid not null,
  -- What it means for this client. Plain text that its people read.
  means text not null default '',
  -- {items, services}: names of what it touches of theirs.
  touches jsonb not null default '{"items": [], "services": []}',
  from_at timestamptz,
  until_at timestamptz,
  outage boolean not null default false,
  announcement_id uuid references fettle.announcements (id) on delete set null,
  since timestamptz not null,
  -- It does not affect them any more.
  ended_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (client_id, change_id),
  foreign key (client_id, change_id) references fettle.ticket_spans (client_id, whole_id)
);
create index change_parts_change on fettle.change_parts (change_id);
create index change_parts_announcement on fettle.change_parts (announcement_id) where announcement_id is not null;
call private.protect('change_parts', 'staff_client', 'select, insert, update');

-- An approval may be about the part that a client has in what stands above tickets of several: then there is no ticket of that client.
alter table fettle.approvals alter column ticket_id drop not null;
alter table fettle.approvals add column whole_id uuid;
alter table fettle.approvals add foreign key (client_id, whole_id) references fettle.ticket_spans (client_id, whole_id);
alter table fettle.approvals add check (num_nonnulls(ticket_id, whole_id) = 1);
create index approvals_part on fettle.approvals (client_id, whole_id, created_at) where whole_id is not null;
create unique index approvals_one_part on fettle.approvals (client_id, whole_id) where state = 'pending' and whole_id is not null;
