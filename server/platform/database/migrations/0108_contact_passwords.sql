-- People of clients may have a password and codes from an app, kept as those of staff are.
alter table fettle.credentials drop constraint credentials_pkey;
alter table fettle.credentials alter column staff_id drop not null;
alter table fettle.credentials add column client_id uuid, add column contact_id uuid;
alter table fettle.credentials
  add constraint credentials_owner check (num_nonnulls(staff_id, contact_id) = 1 and (client_id is null) = (contact_id is null)),
  add constraint credentials_staff_id_key unique (staff_id),
  add constraint credentials_contact_key unique (client_id, contact_id),
  add foreign key (client_id, contact_id) references fettle.contacts (client_id, id);

-- By which proofs a session was opened, so that a policy that asks for more ends it.
alter table fettle.sessions drop constraint sessions_way_check;
alter table fettle.sessions add constraint sessions_way_check check (way in ('staff_link', 'mail', 'password', 'sso'));
alter table fettle.sessions add column second_factor boolean not null default false;

-- What was said before there were passwords goes on to hold.
alter table fettle.settings no force row level security;
update fettle.settings set value = '{"password": false, "secondFactor": "optional", "ssoSecondFactor": false}'::jsonb || value
  where key = 'portal.signIn';
alter table fettle.settings force row level security;
