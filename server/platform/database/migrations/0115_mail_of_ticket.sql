-- From a ticket to the mail that it was logged from.
create index incoming_mails_ticket on fettle.incoming_mails (ticket_id) where outcome = 'ticket';
