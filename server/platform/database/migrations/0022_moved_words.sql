-- What people of the client that a ticket left could read and people of the one it went to may not: by id, so that it can be shown
-- again should the ticket come back.
alter table fettle.ticket_redirects add column hidden jsonb not null default '{}';
