-- A version that was scheduled and taken back before it came into force. What is in force at an instant is, of the others, the one
-- that began last. Until now the highest number won, so whatever a newer one had replaced before it began was taken back then.
alter table fettle.sla_policy_versions add column taken_back_at timestamptz;
grant update (taken_back_at) on fettle.sla_policy_versions to fettle_app;
update fettle.sla_policy_versions v set taken_back_at = newer.at
from (
  select old.policy_id, old.number, min(new.published_at) as at
  from fettle.sla_policy_versions old
  join fettle.sla_policy_versions new
    on new.policy_id = old.policy_id and new.number > old.number and new.from_at <= old.from_at
  group by old.policy_id, old.number) newer
where newer.policy_id = v.policy_id and newer.number = v.number;
