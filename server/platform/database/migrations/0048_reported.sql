-- A message that became the report of a ticket split off with it: it is told there, and not a second time in the conversation.
alter table fettle.messages add column is_report boolean not null default false;
