-- How much a client and a service count, beside which the same failure weighs more or less; and rules about alerts in versions.

alter table fettle.clients add column importance text not null default 'normal' check (importance in ('high', 'normal', 'low'));
alter table fettle.services add column importance text not null default 'normal' check (importance in ('high', 'normal', 'low'));

-- Never edited. Terms of null end the rule from that instant on. Whoever sees the rule sees its versions, and nobody else.
create table fettle.alert_rule_versions (
  rule_id uuid not null references fettle.alert_rules (id) on delete cascade,
  number integer not null,
  terms jsonb,
  note text not null default '',
  published_at timestamptz not null,
  published_by uuid,
  primary key (rule_id, number)
);
alter table fettle.alert_rule_versions enable row level security;
alter table fettle.alert_rule_versions force row level security;
grant select, insert on fettle.alert_rule_versions to fettle_app;
create policy of_rule on fettle.alert_rule_versions using (rule_id in (select r.id from fettle.alert_rules r));
insert into fettle.alert_rule_versions (rule_id, number, terms, published_at)
select r.id, 1, r.terms, coalesce(r.published_at, r.updated_at) from fettle.alert_rules r where r.terms is not null;

-- What is over and old is found by this to be forgotten.
create index alerts_over on fettle.alerts (last_at) where not is_open;
