-- Changes of many tickets: what was asked for and by whom, and what came of it for each ticket.

create table fettle.bulk_changes (
  id uuid primary key,
  staff_id uuid not null references fettle.staff (id),
  actor_kind text not null check (actor_kind in ('staff', 'key')),
  actor_name text not null,
  -- What the caller saw and might do: the work never goes beyond it, nor beyond what they still may.
  reach jsonb not null,
  filter jsonb,
  actions jsonb not null,
  state text not null check (state in ('running', 'stopped', 'done', 'reverting', 'reverted')),
  total integer not null check (total between 1 and 5000),
  created_at timestamptz not null,
  finished_at timestamptz
);
create index bulk_changes_staff on fettle.bulk_changes (staff_id, created_at desc, id desc);
call private.protect('bulk_changes', 'global', 'select, insert, update');

create table fettle.bulk_change_items (
  client_id uuid not null,
  bulk_id uuid not null references fettle.bulk_changes (id),
  ticket_id uuid not null,
  position integer not null,
  state text not null default 'waiting' check (state in ('waiting', 'changed', 'unchanged', 'refused', 'reverted', 'kept')),
  detail text not null default '',
  -- In the order in which they happened; they are taken back in the other.
  event_ids uuid[] not null default '{}',
  primary key (client_id, bulk_id, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index bulk_change_items_order on fettle.bulk_change_items (bulk_id, position);
create index bulk_change_items_state on fettle.bulk_change_items (bulk_id, state, position);
create index bulk_change_items_ticket on fettle.bulk_change_items (client_id, ticket_id);
call private.protect('bulk_change_items', 'staff_client', 'select, insert, update');
