-- What hangs on the tickets that are written: conversation, clocks, words.

insert into fettle.messages (client_id, id, ticket_id, visibility, author_kind, author_id, author_name, body_html, body_text, source, created_at)
select p.client_id, m.id, p.id, m.visibility, m.author_kind, m.author_id, m.by, '<p>' || m.text || '</p>', m.text,
  case m.author_kind when 'contact' then 'portal' else 'web' end, m.at
from bench.messages m join bench.plan p using (n);

insert into fettle.ticket_clocks (client_id, ticket_id, target, state, target_seconds, calendar_id, thresholds, started_at, consumed_seconds,
  running_since, pause_reason, due_at, breached_at, stopped_at, passed_percent, next_percent, next_threshold_at, changed_at, source, history)
select client_id, ticket_id, target, state, target_seconds, '00000000-0000-8000-8000-000000000247', '{75,100}', started_at, consumed_seconds,
  running_since, pause_reason, due_at, breached_at, stopped_at, passed_percent, next_percent, next_threshold_at, changed_at, source, history
from bench.clocks;
