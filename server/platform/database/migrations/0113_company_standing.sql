-- How a company stands counts what is open or resolved there; what is resolved was read of all clients to find a few of one.
create index tickets_standing on fettle.tickets (client_id) where is_open or status_category = 'resolved';
