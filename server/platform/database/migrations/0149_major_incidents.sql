-- An incident that is led by several people at once: where it stands, who has which part, and what has been said of it. Its tickets
-- hang under it by ticket_span_links; what clients' people read of it is an announcement.

create table fettle.major_incidents (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  state text not null check (state in ('proposed', 'declared', 'stabilised', 'restored', 'review', 'completed', 'declined')),
  -- Why it is one, and which of the firm's criteria it meets, in their words of then.
  reason text not null,
  criteria jsonb not null default '[]',
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  declared_at timestamptz,
  stabilised_at timestamptz,
  restored_at timestamptz,
  completed_at timestamptz,
  declined_at timestamptz,
  -- [{role, staffId}]
  roles jsonb not null default '[]',
  -- Where those who work on it talk.
  bridge text not null default '',
  -- What people of affected clients read as its title; it names none of them.
  told_title text not null,
  -- How often they are told, and when the next time is due; null where none is.
  cadence_minutes integer not null check (cadence_minutes between 5 and 1440),
  next_update_at timestamptz,
  -- When whoever tells them was reminded last.
  reminded_at timestamptz,
  announcement_id uuid references fettle.announcements (id) on delete set null,
  -- {happened, wentWell, toImprove, actions: [{text, staffId, dueOn, ticketId}]}
  review jsonb,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (client_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index major_incidents_open on fettle.major_incidents (client_id, proposed_at desc) where state not in ('completed', 'declined');
create index major_incidents_due on fettle.major_incidents (next_update_at) where next_update_at is not null;
create index major_incidents_announcement on fettle.major_incidents (announcement_id);
call private.protect('major_incidents', 'staff_client');
