-- Keys that mail is signed with (DKIM, RFC 6376), by the domain that it comes from; for the sender alone. A key signs once its record has
-- been seen in DNS; then the one before it is old.
create table fettle.dkim_keys (
  selector text primary key,
  domain text not null check (domain = lower(domain)),
  state text not null default 'new' check (state in ('new', 'active', 'old')),
  private_key bytea not null,
  public_key text not null,
  created_at timestamptz not null,
  active_at timestamptz,
  looked_at timestamptz,
  found text
);
create unique index dkim_keys_active on fettle.dkim_keys (domain) where state = 'active';
create unique index dkim_keys_new on fettle.dkim_keys (domain) where state = 'new';
call private.protect('dkim_keys', 'identity');
