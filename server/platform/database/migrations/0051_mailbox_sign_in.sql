-- Mailboxes that are read without a password: a token that their owner, or the tenant's administrator, gave us (OAuth 2.0).
alter table fettle.mailbox_access add column auth text not null default 'password' check (auth in ('password', 'oauth'));
create table fettle.mailbox_oauth (
  mailbox_id uuid primary key references fettle.mailboxes (id),
  provider text not null check (provider in ('microsoft', 'google', 'other')),
  -- How we come by a token: somebody who may read the mailbox agrees (code), or the application itself may (app).
  grant_kind text not null check (grant_kind in ('code', 'app')),
  authorize_url text not null,
  token_url text not null,
  oauth_client_id text not null,
  client_secret bytea not null,
  scope text not null,
  refresh_token bytea,
  access_token bytea,
  expires_at timestamptz,
  connected_at timestamptz,
  -- A sign-in that is under way: whose it is, and what proves that the answer belongs to it.
  state_hash text,
  verifier bytea,
  asked_by uuid references fettle.staff (id),
  asked_until timestamptz
);
call private.protect('mailbox_oauth', 'identity');
