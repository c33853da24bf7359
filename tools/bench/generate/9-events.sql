-- What the log says of each ticket. `version` is what the change led to.

insert into fettle.events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, request_id, visibility, data)
select bench.id_at(e.at, p.n, 200 + e.part), p.client_id, e.at, 'ticket', p.id, e.type, e.actor,
  case e.actor when 'contact' then p.requester_id when 'staff' then p.worker_id end,
  case e.actor when 'contact' then p.requester_name when 'staff' then p.worker_name else 'Service level' end, '', e.visibility, e.data
from bench.plan p
join bench.promises promise on promise.client_id = p.client_id
  and promise.priority = case when p.kind in ('incident', 'request') then p.priority else 0 end
join bench.statuses s on s.kind = p.kind and s.phase = 'resolved'
cross join lateral (select 1 + p.taken::int as taken, 1 + p.taken::int + p.started::int as started, 1 + p.taken::int + p.started::int + p.messages as said) v
cross join lateral (
  select 1 as part, p.created_at as at, 'ticket.created' as type, 'contact' as actor, 'public' as visibility, jsonb_build_object('kind', p.kind, 'status', p.initial,
    'priority', p.priority, 'teamId', p.team_id, 'assigneeId', null, 'source', p.source, 'promise', promise.id) as data
  union all
  select 2, p.assigned_at, 'ticket.assigned', 'staff', 'internal', jsonb_build_object('version', v.taken, 'changes',
      jsonb_build_object('assignee_id', jsonb_build_array(null, p.assignee_id))
      || case when p.kind = 'incident' then jsonb_build_object('status', jsonb_build_array('new', 'assigned')) else '{}' end)
    || case when p.kind = 'incident' then '{"categoryBefore": "new"}' else '{}' end::jsonb where p.taken
  union all
  select 3, p.started_at, 'ticket.moved', 'staff', 'public',
    jsonb_build_object('version', v.started, 'changes', '{"status": ["assigned", "in_progress"]}'::jsonb) where p.started
  union all
  select 4, p.held_at, 'ticket.moved', 'staff', 'public', jsonb_build_object('version', v.said + 1, 'categoryBefore', 'open', 'changes',
    jsonb_build_object('status', jsonb_build_array(case when p.started then 'in_progress' else p.initial end, p.status),
      'hold_reason', jsonb_build_array(null, p.hold_reason))) where p.held_at is not null
  union all
  select 5, p.ended_at, 'ticket.moved', 'staff', 'public', jsonb_build_object('version', v.said + 1, 'categoryBefore', 'open', 'changes',
      jsonb_build_object('status', jsonb_build_array(case when p.started then 'in_progress' else p.initial end,
        case p.phase when 'closed' then s.status else p.status end))
      || case when p.phase = 'cancelled' then '{}' else jsonb_build_object('resolved_at', jsonb_build_array(null, bench.iso(p.ended_at)),
        'resolved_by', jsonb_build_array(null, p.worker_id), 'resolution_code', jsonb_build_array(null, p.resolution_code),
        'resolution_note', jsonb_build_array(null, 'Put right and tried out with the requester.')) end) where p.over
  union all
  select 6, p.closed_at, 'ticket.moved', 'system', 'public', jsonb_build_object('version', v.said + 2, 'categoryBefore', 'resolved', 'reason', 'nobody objected',
    'changes', jsonb_build_object('status', jsonb_build_array(s.status, p.status), 'closed_at', jsonb_build_array(null, bench.iso(p.closed_at)))) where p.closed_at is not null
  union all
  select 20 + m.i, m.at, case m.visibility when 'public' then 'ticket.replied' else 'ticket.noted' end, m.author_kind, m.visibility,
    jsonb_build_object('version', v.started + m.i, 'messageId', m.id, 'changes',
      case m.i when 1 then jsonb_build_object('first_response_at', jsonb_build_array(null, bench.iso(m.at))) else '{}' end)
  from bench.messages m where m.n = p.n
  union all
  select 10 + w.part, w.at, w.type, 'system', 'internal', jsonb_build_object('text', w.text, 'target', k.target, 'percent', w.percent)
  from bench.clocks k, lateral (values
    (case k.target when 'resolution' then 0 else 1 end, k.risk + interval '2 s', 'ticket.sla_at_risk', replace(k.target, '_', ' ') || ' target at risk (75 % used)', 75, k.told_risk),
    (case k.target when 'resolution' then 2 else 3 end, k.due + interval '2 s', 'ticket.sla_breached', replace(k.target, '_', ' ') || ' target missed', 100, k.told_breach)
  ) w (part, at, type, text, percent, told) where k.n = p.n and w.told
  union all
  select 7, p.first_response_at, 'ticket.time_added', 'staff', 'internal',
    jsonb_build_object('text', 5 + p.n % 60 || ' min', 'minutes', 5 + p.n % 60, 'entryId', bench.id_at(p.first_response_at, p.n, 3))
  where p.first_response_at is not null and bench.u(p.n, 42) < 0.4
) e;
