-- Both clocks of a ticket, as the kernel would leave them. They ran round the clock, the sweeper acted two seconds late.

drop table if exists bench.clocks;
create unlogged table bench.clocks as
with targets as (
  select p.n, p.client_id, p.id, p.phase, p.over, p.status, p.priority, p.requester_name, p.worker_name, p.now_at, p.created_at, p.started, p.started_at,
    p.held_at, p.hold_reason, p.ended_at, p.first_response_at, v.target, v.seconds,
    case v.target when 'first_response' then least(p.first_response_at, p.ended_at) else p.ended_at end as stopped_at,
    case v.target when 'resolution' then p.held_at end as paused_at
  from bench.plan p, lateral (values ('first_response', p.response), ('resolution', p.resolution)) v (target, seconds)
  where p.kind in ('incident', 'request')
), aimed as (
  select *, created_at + make_interval(secs => seconds) as due, created_at + make_interval(secs => ceil(seconds * 0.75)) as risk,
    coalesce(stopped_at, paused_at, now_at) as counted_to
  from targets
), judged as (
  select *, risk + interval '2 s' < counted_to as told_risk, due + interval '2 s' < counted_to as told_breach,
    case when coalesce(stopped_at, paused_at) is null then due + interval '2 s' < counted_to else coalesce(stopped_at, paused_at) > due end as late,
    started and (stopped_at is null or started_at < stopped_at) as marked
  from aimed
)
select n, client_id, id as ticket_id, target,
  case when late then 'breached' when stopped_at is not null then case when phase = 'cancelled' and first_response_at is distinct from stopped_at then 'cancelled' else 'met' end
    when paused_at is not null then 'paused' else 'running' end as state,
  seconds as target_seconds, created_at as started_at,
  case when coalesce(stopped_at, paused_at) is null then 0 else extract(epoch from counted_to - created_at)::int end as consumed_seconds,
  case when coalesce(stopped_at, paused_at) is null then created_at end as running_since,
  case when stopped_at is null and paused_at is not null then coalesce(hold_reason, status) end as pause_reason,
  case when paused_at is null or stopped_at is not null or late then due end as due_at,
  case when late then due + interval '1 s' end as breached_at, stopped_at,
  case when told_breach then 100 when told_risk then 75 else 0 end as passed_percent,
  case when coalesce(stopped_at, paused_at) is null and not told_breach then case when told_risk then 100 else 75 end end as next_percent,
  case when coalesce(stopped_at, paused_at) is null and not told_breach then case when told_risk then due + interval '1 s' else risk end end as next_threshold_at,
  coalesce(stopped_at, paused_at, case when marked then started_at end, created_at) as changed_at,
  told_risk, told_breach, risk, due,
  'P' || priority || ' in "Built in"; 24 × 7' as source,
  jsonb_build_array(jsonb_build_object('type', 'start', 'at', bench.iso(created_at), 'by', requester_name, 'why', 'created', 'target', target,
      'targetSeconds', seconds, 'calendarId', '00000000-0000-8000-8000-000000000247', 'thresholds', jsonb_build_array(75, 100)))
    || case when marked then jsonb_build_array(jsonb_build_object('type', 'mark', 'at', bench.iso(started_at), 'by', worker_name, 'why', 'in_progress')) else '[]' end
    || case when told_risk then jsonb_build_array(jsonb_build_object('type', 'threshold', 'at', bench.iso(risk + interval '2 s'), 'percent', 75)) else '[]' end
    || case when told_breach then jsonb_build_array(jsonb_build_object('type', 'threshold', 'at', bench.iso(due + interval '2 s'), 'percent', 100)) else '[]' end
    || case when paused_at is not null and stopped_at is null then jsonb_build_array(jsonb_build_object('type', 'pause', 'at', bench.iso(paused_at), 'by', worker_name,
        'reason', coalesce(hold_reason, status), 'why', 'waits for ' || coalesce(hold_reason, status))) else '[]' end
    || case when stopped_at is null then '[]' when phase = 'cancelled' and first_response_at is distinct from stopped_at
        then jsonb_build_array(jsonb_build_object('type', 'cancel', 'at', bench.iso(stopped_at), 'by', worker_name, 'why', status))
      else jsonb_build_array(jsonb_build_object('type', 'stop', 'at', bench.iso(stopped_at), 'by', worker_name,
        'why', case when stopped_at = first_response_at then 'first public reply' else status end)) end as history
from judged;
create index on bench.clocks (n);
analyze bench.clocks;
