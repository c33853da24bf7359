-- Mailboxes at Microsoft 365 by Microsoft Graph, in and out.
alter table fettle.mailboxes drop constraint mailboxes_kind_check,
  add constraint mailboxes_kind_check check (kind in ('smtp', 'imap', 'graph'));
alter table fettle.incoming_mails drop constraint incoming_mails_via_check,
  add constraint incoming_mails_via_check check (via in ('smtp', 'imap', 'graph', 'upload'));

-- Such a mailbox is at an address of the web instead of a mail server's. It is listed page by page: page_link leads to the next page, or to
-- what has changed since the last; none: from the beginning. While everything is listed, what came before listing_since is old.
alter table fettle.mailbox_access alter column host drop not null, alter column port drop not null, alter column security drop not null,
  add column url text,
  add column mark_read boolean not null default false,
  add column page_link text,
  add column listing_since timestamptz,
  -- When it was last looked whether a listing has left something out.
  add column checked_at timestamptz,
  add constraint mailbox_access_place check (num_nonnulls(host, port, security) = 3 and url is null or num_nonnulls(host, port, security) = 0 and url is not null);

-- Every mail that was listed there, so that none is taken twice or forgotten, however often the listing begins anew: 'old' lay there before
-- and is left alone, 'wanted' is to be fetched, 'done' has been, or was gone by then.
create table fettle.mailbox_items (
  mailbox_id uuid not null references fettle.mailboxes (id),
  item_id text not null,
  received_at timestamptz not null,
  state text not null check (state in ('old', 'wanted', 'done')),
  attempts integer not null default 0,
  next_at timestamptz,
  last_error text not null default '',
  failed_at timestamptz,
  primary key (mailbox_id, item_id)
);
create index mailbox_items_wanted on fettle.mailbox_items (mailbox_id, received_at, item_id) where state = 'wanted';
create index mailbox_items_old on fettle.mailbox_items (mailbox_id, received_at) where state = 'old';
call private.protect('mailbox_items', 'identity');

-- When the application's secret ends, as whoever made it was told; it is said some weeks before.
alter table fettle.mailbox_oauth add column secret_ends_on date;

-- Sending by Graph from a mailbox that is read by it.
alter table fettle.mail_server add column via text not null default 'smtp' check (via in ('smtp', 'graph')),
  add constraint mail_server_graph check (via = 'smtp' or mailbox_id is not null);
