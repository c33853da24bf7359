-- What an hour of somebody costs the provider, wages and all that comes with them, from a day on; in the provider's own currency.
create table fettle.staff_costs (
  id uuid primary key,
  staff_id uuid not null references fettle.staff (id),
  per_hour numeric(14, 4) not null check (per_hour between 0 and 1000000),
  from_day date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (staff_id, from_day)
);
call private.protect('staff_costs', 'global');
