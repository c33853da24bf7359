-- Scripts that other systems can run on devices: which of them are approved here, and each run of one on the device of a ticket.

create table fettle.connector_scripts (
  id uuid primary key,
  connector_id uuid not null references fettle.connectors (id) on delete cascade,
  external_id text not null,
  name text not null,
  description text not null,
  -- [{name, help, required}], as its system says.
  parameters jsonb not null,
  approved boolean not null default false,
  -- Whether somebody besides who asks has to agree to each run.
  second_person boolean not null default true,
  -- For items of this class and of those below it.
  class_key text not null default 'computer' references fettle.ci_classes (key),
  -- Values that are always given, by the name of their parameter: nobody is asked for them.
  fixed jsonb not null default '{}',
  decided_by text,
  decided_at timestamptz,
  -- Why an approval ended by itself; empty where it did not.
  withdrawn_why text not null default '',
  -- Since when its system's list has not had it.
  gone_at timestamptz,
  version integer not null default 1,
  unique (connector_id, external_id)
);
create index connector_scripts_class on fettle.connector_scripts (class_key);
call private.protect('connector_scripts', 'global');

create table fettle.script_runs (
  client_id uuid not null references fettle.clients (id),
  id uuid not null,
  -- Null once its ticket has moved to another client.
  ticket_id uuid,
  item_id uuid not null,
  -- The connection stays by its name when it is gone.
  connector_id uuid not null,
  connector_name text not null,
  script_id uuid references fettle.connector_scripts (id) on delete set null,
  script_name text not null,
  -- The device and the script as that system names them.
  device text not null,
  external_id text not null,
  parameters jsonb not null,
  reason text not null,
  -- 'asked': a second person has to agree. 'waiting': to be begun. 'starting': its system is being told, which happens once.
  -- 'unknown': it may have begun, and nobody here can say.
  state text not null check (state in ('asked', 'waiting', 'starting', 'queued', 'running',
    'succeeded', 'failed', 'expired', 'refused', 'cancelled', 'unknown')),
  asked_by uuid references fettle.staff (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid references fettle.staff (id),
  decided_by_name text,
  decided_at timestamptz,
  decision_note text not null default '',
  -- By what its system is asked for the run.
  vendor_run text,
  begun_at timestamptz,
  ended_at timestamptz,
  output text not null default '',
  errors text not null default '',
  -- Whether there was more than is kept.
  cut boolean not null default false,
  -- Why it did not go as it should, or why its system could not be asked the last time.
  fault text not null default '',
  -- When something is to be done about it next; null where nothing is.
  next_at timestamptz,
  primary key (client_id, id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate,
  foreign key (client_id, item_id) references fettle.configuration_items (client_id, id)
);
create index script_runs_id on fettle.script_runs (id);
create index script_runs_due on fettle.script_runs (next_at, client_id, id) where next_at is not null;
create index script_runs_ticket on fettle.script_runs (client_id, ticket_id, asked_at desc) where ticket_id is not null;
create index script_runs_item on fettle.script_runs (client_id, item_id, asked_at desc);
create index script_runs_script on fettle.script_runs (script_id);
create index script_runs_asked_by on fettle.script_runs (asked_by);
create index script_runs_decided_by on fettle.script_runs (decided_by);
call private.protect('script_runs', 'staff_client');
