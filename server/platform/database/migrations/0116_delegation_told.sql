-- Whoever stands in from a later day on is told at its beginning of what waits for them: when that was. Those that have begun are past it.
alter table fettle.approval_delegations add column told_at timestamptz;
update fettle.approval_delegations set told_at = from_at where from_at <= now() or ended_at is not null;
create index approval_delegations_to_tell on fettle.approval_delegations (from_at) where told_at is null and ended_at is null;
