-- Tickets are counted by the first of their rows in a stream: to tell those apart that have several takes as long as all other figures.

alter table fettle.value_stream_steps add column is_first boolean not null default false;

alter table fettle.value_stream_steps no force row level security;
update fettle.value_stream_steps s set is_first = true
from (select distinct on (client_id, ticket_id, stream_id) client_id, ticket_id, stream_id, step_key
  from fettle.value_stream_steps order by client_id, ticket_id, stream_id, entered_at, step_key) f
where s.client_id = f.client_id and s.ticket_id = f.ticket_id and s.stream_id = f.stream_id and s.step_key = f.step_key;
alter table fettle.value_stream_steps force row level security;
