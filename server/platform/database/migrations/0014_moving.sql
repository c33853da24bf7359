-- What importers remember of a ticket moves with it to another client.
grant update (client_id) on fettle.imported_tickets to fettle_app;
alter table fettle.imported_tickets alter constraint imported_tickets_client_id_ticket_id_fkey deferrable initially immediate;

create index ticket_redirects_target on fettle.ticket_redirects (to_ticket_id);
