-- The desk's library: replies, macros, checklists, templates, and tickets that come again.

-- What is written down to be used again stands on a shelf: in a folder, with tags, shared (with some teams, or with everybody) or
-- somebody's own. What the program itself puts there has no owner.
alter table fettle.canned_replies
  alter column owner_id drop not null,
  alter column shortcut set default '',
  add column folder text not null default '',
  add column tags text[] not null default '{}',
  add column team_ids uuid[] not null default '{}',
  add check (shared or owner_id is not null);
-- Taken once among the shared ones, and once by each person for their own.
create unique index canned_replies_shortcut on fettle.canned_replies
  ((case when shared then null else owner_id end), shortcut) nulls not distinct where shortcut <> '';
create index canned_replies_owner on fettle.canned_replies (owner_id);

alter table fettle.macros
  alter column owner_id drop not null,
  add column folder text not null default '',
  add column tags text[] not null default '{}',
  add column team_ids uuid[] not null default '{}',
  add check (shared or owner_id is not null);
create index macros_owner on fettle.macros (owner_id);

create table fettle.checklist_templates (
  id uuid primary key,
  name text not null,
  description text not null default '',
  items jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index checklist_templates_name on fettle.checklist_templates (lower(name));
call private.protect('checklist_templates', 'global');

-- A line that is not required may stay open when a lifecycle asks for a finished checklist.
alter table fettle.checklist_items add column required boolean not null default true;

alter table fettle.ticket_templates
  drop column checklist,
  add column items jsonb not null default '[]',
  add column folder text not null default '';

-- `next_at` is when it comes next; `due_at` when to act, which is later after a failure. Both are null when the rule is over.
alter table fettle.recurring_tickets
  add column fields jsonb not null default '{}',
  add column due_at timestamptz,
  add column runs integer not null default 0,
  add column missed integer not null default 0,
  add column last_run_at timestamptz,
  add column failures integer not null default 0,
  add column last_error text,
  add foreign key (client_id, last_ticket_id) references fettle.tickets (client_id, id);
drop index fettle.recurring_tickets_due;
create index recurring_tickets_due on fettle.recurring_tickets (due_at) where active;
create index recurring_tickets_id on fettle.recurring_tickets (id);
create index recurring_tickets_template on fettle.recurring_tickets (template_id);
create index recurring_tickets_last on fettle.recurring_tickets (client_id, last_ticket_id);

create index sessions_contact on fettle.sessions (client_id, contact_id) where contact_id is not null;
create index one_time_tokens_contact on fettle.one_time_tokens (client_id, contact_id) where contact_id is not null;
