-- POST /tickets

-- ticket_facts
select client.name, client.code, client.time_zone, site.time_zone as site_zone, client.country, client.region,
  r.name as requester_name, r.email as requester_email, r.vip, r.site_id, ($2::uuid is null or r.id is not null) as requester_ok,
  ($3::uuid is null or cat.id is not null) as category_ok, case when ct.active is false then null else cat.team_id end as category_team, cat.skills,
  ($4::uuid is null or svc.id is not null) as service_ok, ($5::uuid is null or site.id is not null) as site_ok,
  case when st.active is false then null else svc.team_id end as service_team
from clients client
left join contacts r on r.client_id = client.id and r.id = $2 and r.active
left join sites site on site.client_id = client.id and site.id = coalesce($5, r.site_id)
left join categories cat on cat.id = $3 and cat.active
left join teams ct on ct.id = cat.team_id
left join services svc on svc.id = $4 and svc.active
left join teams st on st.id = svc.team_id
where client.id = $1 and client.active;

-- settings_chain
select s.key, s.value, s.version,
       case when s.client_id is not null then 'client' when s.group_id is not null then 'group' else 'provider' end as level,
       coalesce(s.client_id, s.group_id) as id, coalesce(c.name, g.name) as name
from settings s
left join clients c on c.id = s.client_id
left join client_groups g on g.id = s.group_id
where (s.client_id is null and s.group_id is null) or s.client_id = $1::uuid
  or s.group_id = coalesce($2::uuid, (select group_id from clients where id = $1::uuid))
order by case when s.client_id is not null then 2 when s.group_id is not null then 1 else 0 end;

-- lifecycle_of
select definition, version from lifecycles where key = $1;

-- custom_fields_of
select key, label, type, options, required from custom_fields where active and $1 = any (kinds);

-- assignment_fit
select ($2::uuid is null or exists (select from teams g where g.id = $2 and g.active)) as team,
  ($3::uuid is null or s.active) is true as person,
  ($3::uuid is null or (s.role_keys && array['owner', 'manager', 'dispatcher', 'technician']
  or exists (select from roles r where r.key = any (s.role_keys) and 'ticket.transition' = any (r.permissions)))) is true as works,
  ($3::uuid is null or (s.all_clients or exists (select from staff_clients l where l.staff_id = s.id and l.client_id = $1))) is true as reach
from (select) one left join staff s on s.id = $3;

-- team_strategy
select strategy from teams where id = $1;

-- policy_chain
select p.id as "policyId", v.number, p.name, '' as place, v.position, v.terms,
  case when p.client_id is not null then 'client' when p.group_id is not null then 'group' else 'provider' end as level
from sla_policies p
join lateral (
  select v.number, v.position, v.terms from sla_policy_versions v
  where v.policy_id = p.id and v.from_at <= $2 and v.taken_back_at is null
  order by v.from_at desc, v.number desc limit 1) v on v.terms is not null
where (p.client_id is null and p.group_id is null) or p.client_id = $1
  or p.group_id = (select c.group_id from clients c where c.id = $1);

-- ticket_insert
with place as (update clients set next_number = next_number + 1 where id = $1 and active returning code, next_number - 1 as number)
insert into tickets (client_id, id, kind, title, description, opening, requester_id, site_id, status, status_category, impact, urgency,
  priority, priority_why, category_id, service_id, team_id, assignee_id, assignment_why, source, tags, custom, parent_id, external_ref,
  created_by, created_at, due_at, promise_id, promised_at, lifecycle, updated_at, number, key)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $26, place.number, place.code || '-' || place.number from place
returning *;

-- append_event
with made as (
  insert into events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, request_id, visibility, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)
select case when $13::boolean then null
  else pg_notify('fettle_events', $1::uuid || '|' || coalesce($2::uuid::text, '') || '|' || $4::text || '|' || $5::uuid || '|' || $6::text || '|' || coalesce($8::uuid::text, '') || '|' || $11::text) end;

-- clocks_insert_2
insert into ticket_clocks (client_id, ticket_id, target, state, target_seconds, calendar_id, thresholds, started_at, consumed_seconds, running_since, pause_reason, due_at, breached_at, stopped_at, passed_percent, next_percent, next_threshold_at, changed_at, held, override_seconds, source, history) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22), ($23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44);

-- index_new_ticket
select app.index_ticket($1, $2, $3, $4, $5, $6, $7);

-- store_tags
with gone as (delete from ticket_tags where client_id = $1 and ticket_id = $2 and tag <> all ($3::text[]))
insert into ticket_tags (client_id, ticket_id, tag) select $1, $2, tag from unnest($3::text[]) tag on conflict do nothing;

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

-- ticket_new_around
select
  (select json_build_object('id', s.id, 'name', s.name) from sites s where s.client_id = t.client_id and s.id = t.site_id) as site, (select json_build_object('id', c.id, 'name', c.name, 'path', c.path) from categories c where c.id = t.category_id) as category, (select json_build_object('id', v.id, 'name', v.name) from services v where v.id = t.service_id) as service, (select e.actor_name from events e where e.client_id = t.client_id and e.subject_id = t.id and e.type = 'ticket.created' order by e.at, e.id limit 1) as logged_by, null as resolver, 0 as minutes, '[]'::json as children,
  null as parent, null as merged_into, null as duplicate_of, '[]'::json as merged_from, '[]'::json as links, '[]'::json as watchers, '[]'::json as checklist, (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.created_at, f.id), '[]') from files f where f.client_id = t.client_id and f.subject_id = t.id and f.message_id is null) as attachments
from tickets t where t.client_id = $1 and t.id = $2;
