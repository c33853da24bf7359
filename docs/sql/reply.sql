-- POST /tickets/:id/messages

-- ticket_by_id_lock
select * from tickets where id = $1 for update;

-- message_insert
insert into messages (client_id, id, ticket_id, visibility, author_kind, author_id, author_name, body_html, body_text, mentions, source, created_at, merged_from_id,
  call_direction, call_minutes)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- index_message
select app.index_message($1, $2, $3, $4, $5);

-- not kept prepared
update "tickets" set "last_message_at" = $1, "version" = $2, "updated_at" = $3 where "client_id" = $4 and "id" = $5 and "version" = $6 returning *;

-- append_event
with made as (
  insert into events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_id, actor_name, request_id, visibility, data)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)
select case when $13::boolean then null
  else pg_notify('fettle_events', $1::uuid || '|' || coalesce($2::uuid::text, '') || '|' || $4::text || '|' || $5::uuid || '|' || $6::text || '|' || coalesce($8::uuid::text, '') || '|' || $11::text) end;

-- clocks_lock
select * from ticket_clocks where client_id = $1 and ticket_id = $2 order by target for update;

-- mail_recipients
select r.id, r.name, r.email, r.active, r.language, c.language as client_language, r.id = t.requester_id as asked,
  m.paused_at is not null as paused
from tickets t join clients c on c.id = t.client_id
join contacts r on r.client_id = t.client_id and (r.id = t.requester_id or r.id in (
  select w.watcher_id from ticket_watchers w where w.client_id = t.client_id and w.ticket_id = t.id and w.watcher_kind = 'contact'))
left join contact_mail m on m.client_id = r.client_id and m.contact_id = r.id
where t.client_id = $1 and t.id = $2
order by (r.id = t.requester_id) desc, r.name, r.id;

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

-- mail_is_sending
select active from mail_sending;

-- staff_watching
select watcher_id as id from ticket_watchers
where client_id = $1 and ticket_id = $2 and watcher_kind = 'staff';

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

-- ticket_around
select
  (select json_build_object('id', s.id, 'name', s.name) from sites s where s.client_id = t.client_id and s.id = t.site_id) as site, (select json_build_object('id', c.id, 'name', c.name, 'path', c.path) from categories c where c.id = t.category_id) as category, (select json_build_object('id', v.id, 'name', v.name) from services v where v.id = t.service_id) as service, (select e.actor_name from events e where e.client_id = t.client_id and e.subject_id = t.id and e.type = 'ticket.created' order by e.at, e.id limit 1) as logged_by,
  (select json_build_object('id', p.id, 'name', p.name) from staff p where p.id = t.resolved_by) as resolver,
  (select coalesce(sum(minutes), 0)::int from time_entries e where e.client_id = t.client_id and e.ticket_id = t.id) as minutes,
  (select coalesce(json_agg(json_build_object('id', k.id, 'key', k.key, 'title', k.title, 'status', k.status, 'statusCategory', k.status_category, 'priority', k.priority) order by k.number), '[]') from (select * from tickets k where k.client_id = t.client_id and k.parent_id = t.id order by k.number limit 200) k) as children,
  (select json_build_object('id', x.id, 'key', x.key, 'title', x.title, 'status', x.status, 'statusCategory', x.status_category, 'priority', x.priority) from tickets x where x.client_id = t.client_id and x.id = t.parent_id) as parent,
  (select json_build_object('id', x.id, 'key', x.key, 'title', x.title, 'status', x.status, 'statusCategory', x.status_category, 'priority', x.priority) from tickets x where x.client_id = t.client_id and x.id = t.merged_into_id) as merged_into,
  (select json_build_object('id', x.id, 'key', x.key, 'title', x.title, 'status', x.status, 'statusCategory', x.status_category, 'priority', x.priority) from tickets x where x.client_id = t.client_id and x.id = t.duplicate_of_id) as duplicate_of,
  (select coalesce(json_agg(json_build_object('id', m.id, 'key', m.key, 'title', m.title, 'status', m.status, 'statusCategory', m.status_category, 'priority', m.priority) order by m.number), '[]') from tickets m where m.client_id = t.client_id and m.merged_into_id = t.id) as merged_from,
  (select coalesce(json_agg(json_build_object('kind', l.kind, 'direction', case when l.from_id = t.id then 'out' else 'in' end, 'ticket', json_build_object('id', o.id, 'key', o.key, 'title', o.title, 'status', o.status, 'statusCategory', o.status_category, 'priority', o.priority)) order by l.created_at), '[]') from ticket_links l join tickets o on o.client_id = l.client_id and o.id = case when l.from_id = t.id then l.to_id else l.from_id end where l.client_id = t.client_id and (l.from_id = t.id or l.to_id = t.id)) as links,
  (select coalesce(json_agg(json_build_object('kind', w.watcher_kind, 'id', w.watcher_id, 'name', coalesce(p.name, r.name, '')) order by w.created_at), '[]') from ticket_watchers w left join staff p on w.watcher_kind = 'staff' and p.id = w.watcher_id left join contacts r on w.watcher_kind = 'contact' and r.client_id = w.client_id and r.id = w.watcher_id where w.client_id = t.client_id and w.ticket_id = t.id) as watchers,
  (select coalesce(json_agg(json_build_object('id', i.id, 'text', i.text, 'required', i.required, 'doneAt', i.done_at, 'doneBy', p.name) order by i.position, i.id), '[]') from checklist_items i left join staff p on p.id = i.done_by where i.client_id = t.client_id and i.ticket_id = t.id) as checklist, (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) order by f.created_at, f.id), '[]') from files f where f.client_id = t.client_id and f.subject_id = t.id and f.message_id is null) as attachments
from tickets t where t.client_id = $1 and t.id = $2;

-- lifecycle_of
select definition, version from lifecycles where key = $1;

-- lifecycle_facts
select (select count(*)::int from tickets k where k.client_id = $1 and k.parent_id = $2 and k.is_open) as "openChildren",
  (select count(*)::int from checklist_items i where i.client_id = $1 and i.ticket_id = $2 and i.done_at is null and i.required) as "openChecklistItems",
  (select coalesce(sum(minutes), 0)::int from time_entries e where e.client_id = $1 and e.ticket_id = $2) as "minutesSpent",
  coalesce((select case when a.state = 'approved' then 0 else 1 end from approvals a where a.client_id = $1 and a.ticket_id = $2
    order by a.created_at desc, a.id desc limit 1), 0) as "openApprovals",
  (select count(*)::int from fulfilment_tasks f where f.client_id = $1 and f.ticket_id = $2
    and f.state in ('planned', 'waiting', 'ready')) as "openTasks",
  (select count(*)::int from fulfilment_tasks f where f.client_id = $1 and f.ticket_id = $2
    and f.state in ('waiting', 'ready', 'done', 'skipped')) as "begunTasks";
