-- How much of a budget was used up when its manager was last told: each is told once.
alter table fettle.projects
  add column warned_minutes smallint not null default 0 check (warned_minutes in (0, 80, 100)),
  add column warned_amount smallint not null default 0 check (warned_amount in (0, 80, 100));
