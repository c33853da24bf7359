-- What importers brought in: the checkpoint of an import, the proof that a record is here already, and what has no column.

create table fettle.imported_tickets (
  client_id uuid not null references fettle.clients (id),
  source text not null,
  -- The record's name at the source, such as INC0000045.
  ref text not null,
  ticket_id uuid not null,
  -- SHA-256 over everything the source says of the record: the same means nothing to do.
  digest text not null,
  entries integer not null,
  -- What the source knows at the end and Fettle has no place for, by the source's own names.
  kept jsonb not null default '{}',
  imported_at timestamptz not null,
  primary key (client_id, source, ref),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id)
);
create index imported_tickets_ref on fettle.imported_tickets (source, ref);
create index imported_tickets_ticket on fettle.imported_tickets (client_id, ticket_id);
call private.protect('imported_tickets', 'staff_client', 'select, insert');

-- How far the sample MSP is. Its instant is where the sample's ninety days end, so that a broken load goes on as it began.
create table fettle.sample_load (
  only_row boolean primary key default true check (only_row),
  ends_at timestamptz not null,
  done integer not null default 0,
  total integer not null,
  finished_at timestamptz
);
call private.protect('sample_load', 'global', 'select, insert, update');
