-- What 0039 meant to do: rows are hidden from their owner as well unless that is lifted, so nothing was marked as taken back. Only what
-- was published before, when the highest number won.
alter table fettle.sla_policy_versions no force row level security;
update fettle.sla_policy_versions v set taken_back_at = newer.at
from (
  select old.policy_id, old.number, min(new.published_at) as at
  from fettle.sla_policy_versions old
  join fettle.sla_policy_versions new
    on new.policy_id = old.policy_id and new.number > old.number and new.from_at <= old.from_at
    and new.published_at < (select applied_at from fettle.migrations where name = '0039_taken_back.sql')
  group by old.policy_id, old.number) newer
where newer.policy_id = v.policy_id and newer.number = v.number and v.taken_back_at is null;
alter table fettle.sla_policy_versions force row level security;
