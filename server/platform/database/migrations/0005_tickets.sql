-- One table of work: every kind of ticket, its conversation and what hangs on it.

create table fettle.tickets (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  number integer not null,
  key text not null,
  kind text not null check (kind in ('incident', 'request', 'problem', 'change', 'task')),
  title text not null,
  description text not null default '',
  requester_id uuid,
  site_id uuid,
  status text not null,
  status_category text not null check (status_category in ('new', 'open', 'waiting', 'resolved', 'closed', 'cancelled')),
  is_open boolean generated always as (status_category in ('new', 'open', 'waiting')) stored,
  impact smallint not null check (impact between 1 and 3),
  urgency smallint not null check (urgency between 1 and 3),
  priority smallint not null check (priority between 1 and 5),
  priority_why jsonb not null default '{}',
  category_id uuid references fettle.categories (id),
  service_id uuid references fettle.services (id),
  team_id uuid references fettle.teams (id),
  assignee_id uuid references fettle.staff (id),
  assignment_why jsonb not null default '{}',
  source text not null,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  parent_id uuid,
  merged_into_id uuid,
  duplicate_of_id uuid,
  hold_reason text,
  hold_until timestamptz,
  resolution_code text,
  resolution_note text,
  cause text,
  escalation_level smallint not null default 0,
  reassignment_count integer not null default 0,
  reopen_count integer not null default 0,
  first_response_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid references fettle.staff (id),
  closed_at timestamptz,
  due_at timestamptz,
  last_message_at timestamptz,
  last_message_by text,
  last_message_text text,
  external_ref text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, number),
  foreign key (client_id, requester_id) references fettle.contacts (client_id, id),
  foreign key (client_id, site_id) references fettle.sites (client_id, id),
  foreign key (client_id, parent_id) references fettle.tickets (client_id, id),
  foreign key (client_id, merged_into_id) references fettle.tickets (client_id, id),
  foreign key (client_id, duplicate_of_id) references fettle.tickets (client_id, id)
);
create index tickets_id on fettle.tickets (id);
create index tickets_updated on fettle.tickets (updated_at desc, id desc);
create index tickets_created on fettle.tickets (created_at desc, id desc);
create index tickets_client_updated on fettle.tickets (client_id, updated_at desc, id desc);
create index tickets_client_created on fettle.tickets (client_id, created_at desc, id desc);
create index tickets_status on fettle.tickets (status_category, updated_at desc, id desc);
create index tickets_open on fettle.tickets (updated_at desc, id desc) where is_open;
create index tickets_open_created on fettle.tickets (created_at desc, id desc) where is_open;
create index tickets_open_client on fettle.tickets (client_id, updated_at desc, id desc) where is_open;
create index tickets_open_team on fettle.tickets (team_id, updated_at desc, id desc) where is_open;
create index tickets_open_assignee on fettle.tickets (assignee_id, updated_at desc, id desc) where is_open;
create index tickets_open_priority on fettle.tickets (priority, created_at, id) where is_open;
create index tickets_open_due on fettle.tickets (due_at, id) where is_open and due_at is not null;
create index tickets_requester on fettle.tickets (client_id, requester_id, updated_at desc, id desc);
create index tickets_assignee on fettle.tickets (assignee_id, updated_at desc, id desc);
create index tickets_parent on fettle.tickets (client_id, parent_id) where parent_id is not null;
create index tickets_merged on fettle.tickets (client_id, merged_into_id) where merged_into_id is not null;
create index tickets_resolved on fettle.tickets (resolved_at) where status_category = 'resolved';
create index tickets_held on fettle.tickets (hold_until) where is_open and hold_until is not null;
create unique index tickets_external on fettle.tickets (client_id, external_ref) where external_ref is not null;
call private.protect('tickets', 'client', 'select, insert, update');
create policy requester on fettle.tickets as restrictive using (
  (select app.contact()) is null or requester_id = (select app.contact()) or (select app.company_wide()));

-- An old key leads to where the ticket lives now.
create table fettle.ticket_redirects (
  client_id uuid not null references fettle.clients (id),
  key text not null,
  to_client_id uuid not null,
  to_ticket_id uuid not null,
  created_at timestamptz not null,
  primary key (client_id, key)
);
create index ticket_redirects_key on fettle.ticket_redirects (key);
call private.protect('ticket_redirects', 'staff_client');

create table fettle.messages (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  visibility text not null check (visibility in ('public', 'internal')),
  author_kind text not null check (author_kind in ('staff', 'contact', 'system', 'key')),
  author_id uuid,
  author_name text not null,
  body_html text not null,
  body_text text not null,
  mentions uuid[] not null default '{}',
  source text not null default 'web',
  -- A merge moves messages; this remembers where they came from so that an unmerge can put them back.
  merged_from_id uuid,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index messages_ticket on fettle.messages (client_id, ticket_id, created_at, id);
call private.protect('messages', 'client', 'select, insert, update');
create policy conversation on fettle.messages as restrictive using (
  (select app.contact()) is null
  or (visibility = 'public' and exists (
    select from fettle.tickets t where t.client_id = messages.client_id and t.id = messages.ticket_id)));

create policy conversation on fettle.files as restrictive using (
  (select app.contact()) is null
  or (visibility = 'public' and (subject_id is null and created_by = (select app.contact()) or exists (
    select from fettle.tickets t where t.client_id = files.client_id and t.id = files.subject_id))));

create policy own_timeline on fettle.events as restrictive for select using (
  (select app.contact()) is null
  or (subject_type = 'ticket' and exists (
    select from fettle.tickets t where t.client_id = events.client_id and t.id = events.subject_id)));

create table fettle.ticket_watchers (
  client_id uuid not null,
  ticket_id uuid not null,
  watcher_kind text not null check (watcher_kind in ('staff', 'contact')),
  watcher_id uuid not null,
  created_at timestamptz not null,
  primary key (client_id, ticket_id, watcher_kind, watcher_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_watchers_watcher on fettle.ticket_watchers (watcher_id);
call private.protect('ticket_watchers', 'staff_client');

create table fettle.ticket_links (
  client_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('related', 'duplicates', 'blocks', 'caused_by')),
  created_at timestamptz not null,
  primary key (client_id, from_id, to_id, kind),
  foreign key (client_id, from_id) references fettle.tickets (client_id, id),
  foreign key (client_id, to_id) references fettle.tickets (client_id, id),
  check (from_id <> to_id)
);
create index ticket_links_to on fettle.ticket_links (client_id, to_id);
call private.protect('ticket_links', 'staff_client');

create table fettle.ticket_tags (
  client_id uuid not null,
  tag text not null,
  ticket_id uuid not null,
  primary key (client_id, tag, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_tags_ticket on fettle.ticket_tags (client_id, ticket_id);
create index ticket_tags_tag on fettle.ticket_tags (tag, ticket_id);
call private.protect('ticket_tags', 'staff_client');

create table fettle.checklist_items (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  position integer not null,
  text text not null,
  done_at timestamptz,
  done_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index checklist_items_ticket on fettle.checklist_items (client_id, ticket_id, position);
call private.protect('checklist_items', 'staff_client');

create table fettle.time_entries (
  client_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  minutes integer not null check (minutes between 1 and 1440),
  note text not null default '',
  billable boolean not null default true,
  worked_at timestamptz not null,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index time_entries_ticket on fettle.time_entries (client_id, ticket_id);
create index time_entries_staff on fettle.time_entries (staff_id, worked_at);
call private.protect('time_entries', 'staff_client');

-- When a person last looked: what came after shows as unread.
create table fettle.ticket_reads (
  client_id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  read_at timestamptz not null,
  primary key (client_id, ticket_id, staff_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
call private.protect('ticket_reads', 'staff_client');

create table fettle.notifications (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  ticket_id uuid not null,
  kind text not null,
  text text not null,
  read_at timestamptz,
  created_at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index notifications_staff on fettle.notifications (staff_id, created_at desc, id desc);
call private.protect('notifications', 'staff_client');

-- Typed custom fields: the definition is the provider's, the value sits in the ticket and, for look-up, in a row of its own.
create table fettle.custom_fields (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  label text not null,
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'choice', 'choices')),
  kinds text[] not null,
  options text[] not null default '{}',
  required boolean not null default false,
  help text not null default '',
  active boolean not null default true,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('custom_fields', 'shared');

create table fettle.ticket_custom_values (
  client_id uuid not null,
  field_key text not null,
  value text not null,
  ticket_id uuid not null,
  primary key (client_id, field_key, value, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index ticket_custom_values_ticket on fettle.ticket_custom_values (client_id, ticket_id);
create index ticket_custom_values_value on fettle.ticket_custom_values (field_key, value, ticket_id);
call private.protect('ticket_custom_values', 'staff_client');

create table fettle.lifecycles (
  kind text primary key,
  definition jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null
);
call private.protect('lifecycles', 'shared');

create table fettle.saved_views (
  id uuid primary key,
  owner_id uuid not null references fettle.staff (id),
  shared boolean not null default false,
  name text not null,
  filter jsonb not null,
  sort text not null default 'updated',
  columns text[] not null default '{}',
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index saved_views_owner on fettle.saved_views (owner_id);
call private.protect('saved_views', 'global');

create table fettle.canned_replies (
  id uuid primary key,
  owner_id uuid not null references fettle.staff (id),
  shared boolean not null default true,
  name text not null,
  shortcut text not null,
  body_html text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('canned_replies', 'global');

create table fettle.macros (
  id uuid primary key,
  owner_id uuid not null references fettle.staff (id),
  shared boolean not null default true,
  name text not null,
  description text not null default '',
  steps jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('macros', 'global');

create table fettle.ticket_templates (
  id uuid primary key,
  name text not null unique,
  description text not null default '',
  fields jsonb not null,
  checklist text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
call private.protect('ticket_templates', 'global');

create table fettle.recurring_tickets (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  template_id uuid not null references fettle.ticket_templates (id),
  rule jsonb not null,
  time_zone text not null,
  next_at timestamptz,
  last_ticket_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (client_id, id)
);
create index recurring_tickets_due on fettle.recurring_tickets (next_at) where active;
call private.protect('recurring_tickets', 'staff_client');
