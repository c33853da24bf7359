-- Sending mail: where to, what waits to be sent, and who wants to hear what by which way.

-- Whether mail is sent, and from whom: everything that notes something to be sent asks this. One row, none before it is set up.
create table fettle.mail_sending (
  only_row boolean primary key default true check (only_row),
  id uuid not null,
  active boolean not null,
  from_name text not null,
  from_address text not null,
  version integer not null default 1,
  updated_at timestamptz not null
);
call private.protect('mail_sending', 'global');

-- The server that takes it, for the sender alone. While it refuses everybody, it is left in peace until retry_at.
create table fettle.mail_server (
  only_row boolean primary key default true check (only_row),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('none', 'starttls', 'tls')),
  username text not null default '',
  password bytea,
  failures integer not null default 0,
  last_error text not null default '',
  last_error_at timestamptz,
  retry_at timestamptz
);
call private.protect('mail_server', 'identity');

-- The outbox. A row is written with what it tells of, in one transaction, and sent afterwards. `sending` is a claim until next_at:
-- whoever made it and is silent by then is taken for dead, and another tries again under the same message_id.
create table fettle.outgoing_mails (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  ticket_id uuid not null,
  staff_id uuid not null references fettle.staff (id),
  kind text not null,
  subject text not null,
  text text not null,
  message_id text,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'given_up')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  give_up_at timestamptz not null,
  last_error text not null default '',
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index outgoing_mails_due on fettle.outgoing_mails (next_at, id) where state in ('queued', 'sending', 'failed');
create index outgoing_mails_state on fettle.outgoing_mails (state, created_at desc, id desc);
create index outgoing_mails_ticket on fettle.outgoing_mails (client_id, ticket_id, staff_id);
call private.protect('outgoing_mails', 'staff_client');

-- What somebody wants otherwise than it is for everybody.
create table fettle.notification_preferences (
  staff_id uuid not null references fettle.staff (id),
  kind text not null,
  app boolean not null,
  mail boolean not null,
  primary key (staff_id, kind)
);
call private.protect('notification_preferences', 'global');
