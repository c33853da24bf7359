-- Problems: what stands in their tickets besides; what of them is known as an error at which client, and on which tickets that helped; what
-- vendors warn of; and which problems are proposed.

create table fettle.problems (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  -- What is seen when it strikes. Plain text.
  symptoms text not null default '',
  -- What it is called where people of several clients read of it; empty where nothing was said.
  told_title text not null default '',
  -- HTML, cleaned. What helps until it is fixed.
  workaround text not null default '',
  -- Somebody said that there is none.
  workaround_none boolean not null default false,
  -- [{why, because}], each answer asking the next question.
  whys jsonb not null default '[]',
  -- [{name, causes}]: causes and effects, a branch for each sort of cause.
  branches jsonb not null default '[]',
  known_error_at timestamptz,
  -- So many weeks after it is resolved somebody looks whether it stopped, and when that is.
  review_weeks smallint not null default 4 check (review_weeks between 1 and 26),
  review_on date,
  -- {result, text, by, at, before, after, weeks}
  review jsonb,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index problems_review on fettle.problems (review_on) where review_on is not null;
call private.protect('problems', 'staff_client');

create table fettle.known_errors (
  -- Where it is known.
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  problem_id uuid not null,
  title text not null,
  symptoms text not null,
  -- HTML, cleaned: the workaround of its problem.
  workaround text not null,
  category_id uuid references fettle.categories (id),
  service_id uuid references fettle.services (id),
  -- Whether the client's people read it in the portal.
  portal boolean not null,
  published_at timestamptz not null,
  published_by text not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  retired_why text not null default '',
  primary key (client_id, id),
  unique (client_id, problem_id),
  foreign key (client_id, problem_id) references fettle.ticket_spans (client_id, whole_id) on delete cascade
);
create index known_errors_problem on fettle.known_errors (problem_id);
call private.protect('known_errors', 'client');
-- The client's people read what is published to them, and write nothing.
create policy shown on fettle.known_errors as restrictive for select
  using ((select app.principal()) in ('staff', 'system') or (portal and retired_at is null));
create policy staff_insert on fettle.known_errors as restrictive for insert
  with check ((select app.principal()) in ('staff', 'system'));
create policy staff_update on fettle.known_errors as restrictive for update
  using ((select app.principal()) in ('staff', 'system'));
create policy staff_delete on fettle.known_errors as restrictive for delete
  using ((select app.principal()) in ('staff', 'system'));

-- On which tickets a known error was recognised.
create table fettle.known_error_uses (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  known_error_id uuid not null,
  staff_id uuid references fettle.staff (id),
  used_at timestamptz not null,
  primary key (client_id, ticket_id, known_error_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, known_error_id) references fettle.known_errors (client_id, id) on delete cascade
);
create index known_error_uses_error on fettle.known_error_uses (client_id, known_error_id);
call private.protect('known_error_uses', 'staff_client');

create table fettle.problem_advisories (
  id uuid primary key,
  title text not null,
  url text not null default '',
  -- It concerns every item that has all of these words in its name, maker, model or system.
  words text[] not null check (cardinality(words) between 1 and 10),
  published_on date,
  entered_by text not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz
);
call private.protect('problem_advisories', 'global');

create table fettle.problem_proposals (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  axis text not null check (axis in ('advisory', 'alert', 'item', 'words', 'about', 'trend')),
  -- The same for the same thing, whenever it is looked for.
  group_key text not null,
  words text[] not null,
  title text not null,
  -- What speaks for it, as sentences.
  evidence text[] not null,
  -- Incidents a week, the last first.
  weeks integer[] not null,
  incident_ids uuid[] not null,
  item_ids uuid[] not null,
  category_id uuid,
  service_id uuid,
  counted integer not null,
  needed integer not null,
  people integer not null,
  minutes integer not null,
  rises boolean not null,
  -- Hundredths of what is needed, twice that where it rises.
  strength integer not null,
  -- 'faded': it has not enough any more.
  state text not null check (state in ('open', 'snoozed', 'accepted', 'rejected', 'faded')),
  snoozed_until date,
  decided_at timestamptz,
  decided_by text,
  reason text not null default '',
  problem_id uuid,
  first_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, problem_id) references fettle.ticket_spans (client_id, whole_id) on delete set null (problem_id)
);
create unique index problem_proposals_standing on fettle.problem_proposals (client_id, group_key) where state in ('open', 'snoozed');
create index problem_proposals_strength on fettle.problem_proposals (strength desc, id) where state = 'open';
call private.protect('problem_proposals', 'staff_client');

-- When problems were last looked for, and what was looked at: one row.
create table fettle.problem_looks (
  one boolean primary key check (one),
  looked_at timestamptz not null,
  incidents integer not null,
  proposals integer not null,
  took_ms integer not null
);
call private.protect('problem_looks', 'global');

-- Problems that were there before have their row.
alter table fettle.problems no force row level security;
alter table fettle.tickets no force row level security;
insert into fettle.problems (client_id, ticket_id, updated_at) select client_id, id, updated_at from fettle.tickets where kind = 'problem';
alter table fettle.tickets force row level security;
alter table fettle.problems force row level security;
