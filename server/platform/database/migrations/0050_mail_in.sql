-- Mail coming in: where from, what came, what each filter decided, and which ticket a mail belongs to.

-- A way in: a mailbox that is looked at, or an address that a mail server hands mail on for.
create table fettle.mailboxes (
  id uuid primary key,
  name text not null,
  address text not null check (address = lower(address)),
  kind text not null check (kind in ('smtp', 'imap')),
  active boolean not null default true,
  -- The client whose mailbox this is: who is unknown and writes to it becomes one of its people. None: they are kept back.
  serves_id uuid references fettle.clients (id),
  team_id uuid references fettle.teams (id),
  ticket_kind text not null default 'incident' check (ticket_kind in ('incident', 'request')),
  -- Names by which mail servers that are trusted sign what they found out about a sender (RFC 8601, authserv-id).
  trusted_servers text[] not null default '{}',
  acknowledges boolean not null default true,
  -- Whether mail to address+something arrives here.
  plus_addresses boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index mailboxes_address on fettle.mailboxes (address);
call private.protect('mailboxes', 'global');

-- How a mailbox is reached and how far it has been read, for the program alone.
create table fettle.mailbox_access (
  mailbox_id uuid primary key references fettle.mailboxes (id),
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('none', 'starttls', 'tls')),
  username text not null default '',
  password bytea,
  folder text not null default 'INBOX',
  -- Up to where it has been read: mail of this numbering above this number is new.
  uid_validity bigint,
  last_uid bigint,
  -- Mail that lay there when it was first looked at, and from when on it is taken as well, once somebody has said so.
  found_before integer,
  take_since timestamptz,
  looked_at timestamptz,
  failures integer not null default 0,
  last_error text not null default '',
  last_error_at timestamptz,
  retry_at timestamptz,
  -- Whoever looks at it now; silent past this instant, another may.
  held_until timestamptz
);
call private.protect('mailbox_access', 'identity');

-- Every mail that came, from before it is read: its bytes are a file. For the program alone, since whose it is is found out later.
create table fettle.incoming_mails (
  id uuid primary key,
  mailbox_id uuid references fettle.mailboxes (id),
  via text not null check (via in ('smtp', 'imap', 'upload')),
  -- Which mail of the mailbox it is; the same is stored once.
  remote_key text not null,
  sha256 text not null,
  size bigint not null,
  envelope_from text,
  envelope_to text[] not null default '{}',
  received_at timestamptz not null,
  state text not null default 'new' check (state in ('new', 'done', 'held', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  fingerprint text,
  message_id text,
  from_address text not null default '',
  from_name text not null default '',
  subject text not null default '',
  outcome text check (outcome in ('ticket', 'reply', 'note', 'filed', 'held', 'bounce', 'duplicate', 'rejected')),
  why text not null default '',
  decisions jsonb not null default '[]',
  ticket_id uuid,
  said_id uuid,
  settled_by uuid references fettle.staff (id),
  settled_at timestamptz
);
create unique index incoming_mails_once on fettle.incoming_mails (mailbox_id, remote_key) nulls not distinct;
create index incoming_mails_due on fettle.incoming_mails (next_at, id) where state = 'new';
create index incoming_mails_newest on fettle.incoming_mails (received_at desc, id desc);
create index incoming_mails_state on fettle.incoming_mails (state, received_at desc, id desc) where state in ('held', 'failed', 'new');
create index incoming_mails_fingerprint on fettle.incoming_mails (fingerprint);
create index incoming_mails_sender on fettle.incoming_mails (from_address, received_at);
create index incoming_mails_bytes on fettle.incoming_mails (sha256);
create index incoming_mails_said on fettle.incoming_mails (said_id) where said_id is not null;
call private.protect('incoming_mails', 'identity');

-- Message-IDs of mails that belong to a ticket, sent and received, by the SHA-256 of the id: an id may be of any length.
create table fettle.ticket_mails (
  client_id uuid not null,
  ticket_id uuid not null,
  id_hash text not null,
  message_id text not null,
  sent boolean not null,
  created_at timestamptz not null,
  primary key (client_id, id_hash, ticket_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index ticket_mails_id on fettle.ticket_mails (id_hash);
create index ticket_mails_ticket on fettle.ticket_mails (client_id, ticket_id, created_at);
call private.protect('ticket_mails', 'staff_client');

-- Domains from which a client's people write. Two clients may share one; a sender of it is then nobody's until somebody says whose.
create table fettle.client_domains (
  client_id uuid not null references fettle.clients (id),
  domain text not null check (domain = lower(domain)),
  -- Whether somebody unknown who writes from there becomes one of the client's people; otherwise they are kept back.
  admits boolean not null default true,
  created_at timestamptz not null,
  primary key (client_id, domain)
);
create index client_domains_domain on fettle.client_domains (domain);
call private.protect('client_domains', 'staff_client');

-- What became of mail to a contact. Mail to an address that refused too often is kept back until somebody looks at it.
create table fettle.contact_mail (
  client_id uuid not null,
  contact_id uuid not null,
  refusals integer not null default 0,
  last_refusal text not null default '',
  last_refused_at timestamptz,
  paused_at timestamptz,
  primary key (client_id, contact_id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
call private.protect('contact_mail', 'staff_client');

-- Those who stood on a mail's copy list: they see nothing until somebody lets them in.
create table fettle.proposed_people (
  client_id uuid not null,
  ticket_id uuid not null,
  address text not null,
  name text not null default '',
  proposed_by text not null,
  created_at timestamptz not null,
  primary key (client_id, ticket_id, address),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
call private.protect('proposed_people', 'staff_client');

-- Mail goes to contacts as well: what was said to them, or that theirs has come. Such a row holds all that is sent, since its ticket may
-- move to another client, where it has no business; it has no ticket any more then.
alter table fettle.outgoing_mails alter column staff_id drop not null, alter column ticket_id drop not null,
  add column contact_id uuid,
  add column said_id uuid,
  add column html text,
  add column files jsonb not null default '[]',
  add column in_reply_to text,
  add constraint outgoing_mails_one_person check (num_nonnulls(staff_id, contact_id) = 1),
  add constraint outgoing_mails_contact foreign key (client_id, contact_id) references fettle.contacts (client_id, id);
create index outgoing_mails_contact on fettle.outgoing_mails (client_id, contact_id, created_at) where contact_id is not null;
create index outgoing_mails_said on fettle.outgoing_mails (client_id, said_id) where said_id is not null;
