-- Keys by which inventory agents on a client's machines report, and the last thing that each machine said.
create table fettle.enrolment_keys (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  name text not null,
  -- Where machines that nobody has placed yet are put.
  site_id uuid,
  -- SHA-256 in hex; the key itself is kept nowhere. The hint is its last four letters.
  key_hash text not null,
  hint text not null,
  created_by uuid,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, site_id) references fettle.sites (client_id, id)
);
create unique index enrolment_keys_hash on fettle.enrolment_keys (key_hash);
create index enrolment_keys_site on fettle.enrolment_keys (client_id, site_id) where site_id is not null;
call private.protect('enrolment_keys', 'staff_client', 'select, insert, update');

create table fettle.agent_reports (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  key_id uuid not null,
  -- The agent's own name for the machine.
  external_id text not null,
  name text not null,
  agent text not null,
  -- Of the report as it was understood, packed, in the store of files.
  sha256 text not null,
  size bigint not null,
  received_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, external_id),
  foreign key (client_id, key_id) references fettle.enrolment_keys (client_id, id)
);
create index agent_reports_key on fettle.agent_reports (client_id, key_id, received_at desc, id desc);
create index agent_reports_newest on fettle.agent_reports (client_id, received_at desc, id desc);
create index agent_reports_sha256 on fettle.agent_reports (sha256);
call private.protect('agent_reports', 'staff_client', 'select, insert, update');
