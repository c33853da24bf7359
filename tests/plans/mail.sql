-- A mail in and a mail out for every generated ticket, and a rating for each that was resolved: what is listed besides tickets.

insert into fettle.incoming_mails (id, via, remote_key, sha256, size, received_at, state, next_at, from_address, subject, outcome, ticket_id)
select t.id, 'smtp', t.key, md5(t.key), 4000, t.created_at, case when t.number % 200 = 0 then 'held' else 'done' end, t.created_at,
  r.email, t.title, case when t.number % 200 = 0 then 'held' when t.number % 300 = 1 then 'bounce' else 'ticket' end, t.id
from fettle.tickets t join fettle.contacts r on r.client_id = t.client_id and r.id = t.requester_id;

insert into fettle.outgoing_mails (client_id, id, ticket_id, contact_id, kind, subject, text, message_id, state, next_at, give_up_at, created_at, sent_at)
select t.client_id, t.id, t.id, t.requester_id, 'received', t.title, t.title, '<' || t.key || '@msp.example>',
  case when t.number % 200 = 0 then 'given_up' else 'sent' end, t.created_at, t.created_at, t.created_at, t.created_at
from fettle.tickets t where t.requester_id is not null;

insert into fettle.ratings (client_id, ticket_id, contact_id, team_id, staff_id, asked_at, until)
select t.client_id, t.id, t.requester_id, t.team_id, t.assignee_id, t.resolved_at, t.resolved_at + interval '30 days'
from fettle.tickets t where t.requester_id is not null and t.resolved_at is not null;

analyze fettle.incoming_mails, fettle.outgoing_mails, fettle.ratings;
