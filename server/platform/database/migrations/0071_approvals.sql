-- Approvals: what is asked of whom, their votes, who stands in for whom, and links in mail by which to decide.

-- Whoever stands in for a person of a client, for a time.
create table fettle.approval_delegations (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  contact_id uuid not null,
  to_contact_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reason text not null default '',
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  foreign key (client_id, to_contact_id) references fettle.contacts (client_id, id),
  check (contact_id <> to_contact_id and from_at < until_at)
);
create index approval_delegations_of on fettle.approval_delegations (client_id, contact_id);
create index approval_delegations_to on fettle.approval_delegations (client_id, to_contact_id);
call private.protect('approval_delegations', 'client', 'select, insert, update');
create policy own_delegation on fettle.approval_delegations as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact()) or to_contact_id = (select app.contact()));

create table fettle.approvals (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'expired', 'voided', 'dropped')),
  terms jsonb not null,
  -- What is decided about, as it was when it was asked: {title, cost, requester, forWhom, reason, lines, expectedOn}.
  subject jsonb not null,
  -- Where the policy comes from, in words.
  why text not null,
  -- People who asked for it themselves, and so do not decide: contacts and staff.
  excluded uuid[] not null default '{}',
  ended_why text,
  expires_at timestamptz not null,
  -- When the next reminder, or the end, is due; null once it ended.
  next_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index approvals_ticket on fettle.approvals (client_id, ticket_id, created_at);
create index approvals_due on fettle.approvals (next_at) where next_at is not null;
create unique index approvals_one on fettle.approvals (client_id, ticket_id) where state = 'pending';

create table fettle.approval_steps (
  client_id uuid not null,
  approval_id uuid not null,
  position integer not null,
  name text not null,
  state text not null check (state in ('waiting', 'open', 'approved', 'rejected', 'dropped')),
  why text not null,
  asked integer not null default 0,
  needed integer not null default 0,
  approvals integer not null default 0,
  rejections integer not null default 0,
  decided_at timestamptz,
  primary key (client_id, approval_id, position),
  foreign key (client_id, approval_id) references fettle.approvals (client_id, id)
);

create table fettle.approval_voters (
  client_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  position integer not null,
  contact_id uuid,
  staff_id uuid references fettle.staff (id),
  name text not null,
  -- Why they are asked, in words.
  why text not null,
  vote text check (vote in ('approve', 'reject')),
  comment text not null default '',
  voted_at timestamptz,
  -- Who voted, where somebody stood in.
  voted_for_by text,
  via text check (via in ('portal', 'workspace', 'mail')),
  primary key (client_id, id),
  foreign key (client_id, approval_id) references fettle.approvals (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  check (num_nonnulls(contact_id, staff_id) = 1)
);
create unique index approval_voters_contact on fettle.approval_voters (client_id, approval_id, position, contact_id) where contact_id is not null;
create unique index approval_voters_staff on fettle.approval_voters (client_id, approval_id, position, staff_id) where staff_id is not null;
create index approval_voters_id on fettle.approval_voters (id);
create index approval_voters_of_contact on fettle.approval_voters (client_id, contact_id) where contact_id is not null;
create index approval_voters_of_staff on fettle.approval_voters (staff_id) where staff_id is not null and vote is null;
call private.protect('approval_voters', 'client', 'select, insert, update');
-- Of the votes a person of a client sees their own, and those that they may cast for somebody.
create policy own_vote on fettle.approval_voters as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact())
  or contact_id in (select d.contact_id from fettle.approval_delegations d
    where d.client_id = approval_voters.client_id and d.to_contact_id = (select app.contact())
      and d.ended_at is null and d.from_at <= now() and d.until_at > now()));

call private.protect('approvals', 'client', 'select, insert, update');
create policy concerned on fettle.approvals as restrictive using (
  (select app.contact()) is null
  or exists (select from fettle.approval_voters v where v.client_id = approvals.client_id and v.approval_id = approvals.id)
  or exists (select from fettle.tickets t where t.client_id = approvals.client_id and t.id = approvals.ticket_id));
call private.protect('approval_steps', 'client', 'select, insert, update');
create policy concerned on fettle.approval_steps as restrictive using (
  (select app.contact()) is null or exists (
    select from fettle.approvals a where a.client_id = approval_steps.client_id and a.id = approval_steps.approval_id));

-- A link in a mail by which its reader may vote, once. Only the hash of its token is here.
create table fettle.approval_links (
  client_id uuid not null,
  token_hash text primary key,
  voter_id uuid not null,
  -- Who holds it: the person asked, or whoever stands in for them.
  contact_id uuid,
  staff_id uuid references fettle.staff (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  foreign key (client_id, voter_id) references fettle.approval_voters (client_id, id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id),
  check (num_nonnulls(contact_id, staff_id) = 1)
);
create index approval_links_voter on fettle.approval_links (client_id, voter_id);
call private.protect('approval_links', 'staff_client', 'select, insert, update');

-- A link in a mail that nobody but its reader may know: sealed until the mail is sent, then forgotten.
alter table fettle.outgoing_mails add column sealed_link bytea;
