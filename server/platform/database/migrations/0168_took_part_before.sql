-- Who had a part in changes that were there before it was kept: what their history says. Nobody decides about a change that they had,
-- asked for, began, did a task of, or wrote.
alter table fettle.changes no force row level security;
alter table fettle.events no force row level security;
with happened as (
  select c.client_id, c.ticket_id, e.type, e.data -> 'changes' as changes,
    case when e.actor_kind in ('staff', 'key') then e.actor_id end as actor
  from fettle.changes c join fettle.events e on e.subject_id = c.ticket_id and e.client_id = c.client_id
  where e.type like 'ticket.%'
), part as (
  select client_id, ticket_id, person::uuid as person
  from happened, lateral (values (changes #>> '{assignee_id,0}'), (changes #>> '{assignee_id,1}'),
    (changes #>> '{requester_id,0}'), (changes #>> '{requester_id,1}')) had (person)
  where person is not null
  union
  select client_id, ticket_id, actor from happened
  where actor is not null and (changes #>> '{status,1}' = 'implement' or changes ?| array['title', 'description', 'category_id']
    or type in ('ticket.task_done', 'ticket.task_skipped'))
), people as (
  select client_id, ticket_id, array_agg(distinct person order by person) as ids from part group by client_id, ticket_id
)
update fettle.changes c set took_part = (select array_agg(distinct id) from unnest(c.took_part || p.ids) id)
from people p where p.client_id = c.client_id and p.ticket_id = c.ticket_id;
alter table fettle.events force row level security;
alter table fettle.changes force row level security;
