-- Staff are told what became of their quote.
alter table fettle.notifications
  add column quote_id uuid,
  add foreign key (client_id, quote_id) references fettle.quotes (client_id, id) on delete cascade,
  drop constraint notifications_about,
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null and contract_id is null and project_id is null and quote_id is null)
    and num_nonnulls(ticket_id, article_id, connector_id, improvement_id, contract_id, project_id, own_page, quote_id) = 1);
create index notifications_quote on fettle.notifications (client_id, quote_id) where quote_id is not null;

-- The draft that the work in a quote became.
alter table fettle.quotes
  add column project_id uuid,
  add foreign key (client_id, project_id) references fettle.projects (client_id, id);
create index quotes_project on fettle.quotes (client_id, project_id) where project_id is not null;
