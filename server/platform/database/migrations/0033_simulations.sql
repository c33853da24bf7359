-- Simulations of service levels: what one person asked and what came of it. Nothing else is written by them.
create table fettle.sla_simulations (
  id uuid primary key,
  staff_id uuid not null references fettle.staff (id),
  -- What the asker saw: the simulation looks no further, nor further than they still may.
  reach jsonb not null,
  draft jsonb not null,
  since timestamptz not null,
  state text not null check (state in ('running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  result jsonb,
  flips jsonb,
  error text,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index sla_simulations_staff on fettle.sla_simulations (staff_id, created_at desc, id desc);
call private.protect('sla_simulations', 'global', 'select, insert, update, delete');
