-- What a mail quotes stands beside what its writer newly said. A quote may hold what was written to its writer alone, or to staff: of a
-- client's people nobody but the one who sent it reads it again; staff who read the message do.
create table fettle.message_quotes (
  client_id uuid not null,
  message_id uuid not null,
  body_html text not null,
  primary key (client_id, message_id),
  -- A message goes to another client with its ticket.
  foreign key (client_id, message_id) references fettle.messages (client_id, id) on update cascade on delete cascade
);
call private.protect('message_quotes', 'client', 'select, insert');
create policy with_message on fettle.message_quotes as restrictive using (exists (
  select from fettle.messages m where m.client_id = message_quotes.client_id and m.id = message_quotes.message_id
    and ((select app.contact()) is null or (m.author_kind = 'contact' and m.author_id = (select app.contact())))));
