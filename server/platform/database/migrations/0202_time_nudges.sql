-- On which days people were reminded to submit their time, and by whom; null: by themselves, as the setting says.
create table fettle.time_nudges (
  staff_id uuid not null references fettle.staff (id),
  day date not null,
  by_id uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (staff_id, day)
);
create index time_nudges_by on fettle.time_nudges (by_id) where by_id is not null;
call private.protect('time_nudges', 'global', 'select, insert');
