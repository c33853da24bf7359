-- What stands above several tickets, perhaps of several clients: their problem, their major incident, the change that caused or ends
-- them. It is a ticket of one client, of the provider itself where it spans clients. Each client whose tickets it touches has a row of
-- its own that holds what may be known of it there, so that who works for one client reads nothing of another.

create table fettle.ticket_spans (
  -- Where it is known.
  client_id uuid not null references fettle.clients (id),
  -- The ticket that it is.
  whole_client_id uuid not null,
  whole_id uuid not null,
  kind text not null check (kind in ('incident', 'problem', 'change')),
  key text not null,
  -- What it is called there: its own title only where it is of this client.
  title text not null,
  status text not null,
  status_category text not null,
  -- What its practice tells besides.
  brief jsonb not null default '{}',
  since timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, whole_id),
  foreign key (whole_client_id, whole_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index ticket_spans_whole on fettle.ticket_spans (whole_client_id, whole_id);
call private.protect('ticket_spans', 'staff_client');

create table fettle.ticket_span_links (
  client_id uuid not null references fettle.clients (id),
  ticket_id uuid not null,
  whole_id uuid not null,
  -- 'problem': it is its cause. 'major': the major incident that it is part of. 'change': the change that caused it.
  how text not null check (how in ('problem', 'major', 'change')),
  -- Why they belong together, in words.
  why text not null default '',
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (client_id, ticket_id, whole_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, whole_id) references fettle.ticket_spans (client_id, whole_id) on delete cascade
);
create index ticket_span_links_whole on fettle.ticket_span_links (client_id, whole_id, linked_at);
call private.protect('ticket_span_links', 'staff_client');
