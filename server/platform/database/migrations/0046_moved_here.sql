-- Tickets that came from another client are few, and asked for with each report: what was missed there is not missed here.
create index events_moved_here on fettle.events (client_id, subject_id, at) where type = 'ticket.moved_here';
