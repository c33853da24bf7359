-- The ticket itself, and what stands around it.

insert into fettle.tickets (client_id, id, number, key, kind, title, description, opening, requester_id, status, status_category, impact, urgency, priority,
  priority_why, category_id, service_id, team_id, assignee_id, assignment_why, source, tags, custom, parent_id, hold_reason,
  resolution_code, resolution_note, first_response_at, resolved_at, resolved_by, closed_at, due_at, last_message_at, last_message_by,
  last_message_text, version, created_by, created_at, promised_at, promise_id, updated_at)
select p.client_id, p.id, p.number, p.key, p.kind, p.title, '<p>' || p.report || '</p><p>Device ' || p.asset || '.</p>', left(p.report || ' Device ' || p.asset || '.', 160), p.requester_id,
  p.status, p.category, p.impact, p.urgency, p.priority, p.why, p.category_id, p.service_id, p.team_id, p.assignee_id,
  case when p.taken then jsonb_build_object('sentence', p.assignee_name || ' took it.', 'strategy', 'manual') else '{}' end,
  p.source, p.tags, case when p.has_asset then jsonb_build_object('asset', p.asset) else '{}' end, p.parent_id, p.hold_reason,
  case when p.phase in ('resolved', 'closed') then p.resolution_code end, case when p.phase in ('resolved', 'closed') then 'Put right and tried out with the requester.' end,
  p.first_response_at, case when p.phase in ('resolved', 'closed') then p.ended_at end, case when p.phase in ('resolved', 'closed') then p.worker_id end, p.closed_at,
  k.due_at, said.at, said.by, left(said.text, 200),
  1 + p.taken::int + p.started::int + p.messages + (p.phase = 'waiting')::int + p.over::int + (p.phase = 'closed')::int,
  p.requester_id, p.created_at, p.created_at, promise.id,
  greatest(coalesce(p.closed_at, p.ended_at, p.held_at, said_at.at, p.created_at), case when p.started then p.started_at end, case when p.taken then p.assigned_at end)
from bench.plan p
join bench.promises promise on promise.client_id = p.client_id
  and promise.priority = case when p.kind in ('incident', 'request') then p.priority else 0 end
left join lateral (select min(c.due_at) as due_at from bench.clocks c where c.n = p.n and c.stopped_at is null) k on true
left join lateral (
  select m.at, m.by, m.text from bench.messages m where m.n = p.n and m.visibility = 'public' order by m.i desc limit 1) said on true
left join lateral (select max(m.at) as at from bench.messages m where m.n = p.n) said_at on true;

update fettle.clients c set next_number = p.number + 1
from (select client_id, max(number) as number from bench.plan group by client_id) p where p.client_id = c.id;

insert into fettle.ticket_tags (client_id, tag, ticket_id)
select distinct p.client_id, tag, p.id from bench.plan p, unnest(p.tags) tag;

insert into fettle.ticket_custom_values (client_id, field_key, value, ticket_id)
select client_id, 'asset', asset, id from bench.plan where has_asset;

insert into fettle.ticket_watchers (client_id, ticket_id, watcher_kind, watcher_id, created_at)
select client_id, id, 'staff', worker_id, created_at from bench.plan where bench.u(n, 40) < 0.1;

insert into fettle.ticket_links (client_id, from_id, to_id, kind, created_at)
select client_id, id, linked_id, 'related', created_at from bench.plan where linked_id is not null;

insert into fettle.ticket_reads (client_id, ticket_id, staff_id, read_at)
select client_id, id, assignee_id, coalesce(ended_at, first_response_at, created_at) from bench.plan where taken and bench.u(n, 41) < 0.5;

insert into fettle.time_entries (client_id, id, ticket_id, staff_id, minutes, note, worked_at, created_at)
select client_id, bench.id_at(first_response_at, n, 3), id, worker_id, 5 + n % 60, 'Worked on it', first_response_at, first_response_at
from bench.plan where first_response_at is not null and bench.u(n, 42) < 0.4;

insert into fettle.checklist_items (client_id, id, ticket_id, position, text, done_at, done_by, created_at)
select client_id, bench.id_at(created_at, n, 10 + i), id, i, 'Step ' || i + 1, ended_at, case when over then worker_id end, created_at
from bench.plan, generate_series(0, 2) i where bench.u(n, 43) < 0.05;

insert into fettle.notifications (client_id, id, staff_id, ticket_id, kind, text, read_at, created_at)
select client_id, bench.id_at(assigned_at, n, 4), assignee_id, id, 'assigned', key || ' was assigned to you', ended_at, assigned_at
from bench.plan where taken and bench.u(n, 44) < 0.3;
