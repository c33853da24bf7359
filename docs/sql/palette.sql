-- GET /tickets/search?q=mail&limit=6

-- find_tickets
select client_id, ticket_id as id, updated_at from app.find_tickets($1::tsquery, $2, $3, $4, $5, $6);

-- found_texts
select t.id, t.key, t.title, left(t.description, 20000) as description, concat_ws(' ', r.name, r.email) as requester,
  concat_ws(' ', c.name, c.code) as client
from unnest($1::uuid[], $2::uuid[]) place (client_id, id)
join tickets t on t.client_id = place.client_id and t.id = place.id
join clients c on c.id = t.client_id
left join contacts r on r.client_id = t.client_id and r.id = t.requester_id;

-- ticket_rows
select coalesce(json_agg(line), '[]')::text as lines from (
  select t.id, t.key, t.kind, t.title,
    json_build_object('id', c.id, 'name', c.name, 'code', c.code, 'timeZone', c.time_zone) as client,
    case when r.id is not null then json_build_object('id', r.id, 'name', r.name, 'vip', r.vip) end as requester,
    t.status, t.status_category as "statusCategory", t.hold_reason as "holdReason", t.priority, t.impact, t.urgency,
    case when g.id is not null then json_build_object('id', g.id, 'name', g.name) end as team,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name,
      'gone', case when not s.active then 'left' when not (s.all_clients or exists (select from staff_clients l where l.staff_id = s.id and l.client_id = t.client_id)) then 'client' end) end as assignee,
    t.source, t.tags, to_char(t.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt", to_char(t.updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt", to_char(t.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt",
    k.clock,
    case when t.last_message_at is not null then json_build_object('at', to_char(t.last_message_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'by', coalesce(t.last_message_by, ''), 'text', coalesce(t.last_message_text, '')) end as "lastMessage",
    case when t.last_message_at is null then t.opening else '' end as opening,
    $3::uuid is not null and coalesce((coalesce(t.last_message_at, case when t.is_open then t.created_at end)) > coalesce(u.read_at, '-infinity'), false) as unread, t.version
  from unnest($1::uuid[], $2::uuid[]) with ordinality place (client_id, id, nth)
  join tickets t on t.client_id = place.client_id and t.id = place.id
  join clients c on c.id = t.client_id
  left join contacts r on r.client_id = t.client_id and r.id = t.requester_id
  left join teams g on g.id = t.team_id
  left join staff s on s.id = t.assignee_id
  left join ticket_reads u on u.client_id = t.client_id and u.ticket_id = t.id and u.staff_id = $3::uuid
  left join lateral (
    select json_build_object('target', k.target, 'state', k.state, 'targetSeconds', k.target_seconds, 'consumedSeconds', k.consumed_seconds,
      'runningSince', to_char(k.running_since, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueAt', to_char(k.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'atRiskAt', to_char(case when k.passed_percent >= k.thresholds[1] then k.changed_at else k.next_threshold_at end, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'breachedAt', to_char(k.breached_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stoppedAt', to_char(k.stopped_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'pauseReason', k.pause_reason) as clock
    from ticket_clocks k where k.client_id = t.client_id and k.ticket_id = t.id and k.state <> 'cancelled'
    order by (k.stopped_at is null) desc, k.due_at nulls last, k.target limit 1) k on true
  order by place.nth) line;

-- found_said
select m.ticket_id as id, m.visibility, left(m.body_text, 20000) as text
from unnest($1::uuid[], $2::uuid[]) place (client_id, id)
cross join lateral (select * from messages m where m.client_id = place.client_id and m.ticket_id = place.id
  order by m.created_at desc, m.id desc limit 30) m
order by m.created_at desc;
