-- What 0042 and 0043 meant to do: rows are hidden from their owner as well unless that is lifted. Simulations that counted what was
-- cancelled as kept are thrown away, and of drafts from before it is known when they were saved, and no more.
alter table fettle.sla_simulations no force row level security;
delete from fettle.sla_simulations
where created_at < (select applied_at from fettle.migrations where name = '0042_simulation_apart.sql');
alter table fettle.sla_simulations force row level security;

alter table fettle.sla_policies no force row level security;
update fettle.sla_policies set draft_at = updated_at where draft is not null and draft_at is null;
alter table fettle.sla_policies force row level security;
