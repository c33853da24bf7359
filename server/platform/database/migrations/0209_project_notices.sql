-- A notice may be about a project.
alter table fettle.notifications
  add column project_id uuid,
  add foreign key (client_id, project_id) references fettle.projects (client_id, id),
  drop constraint notifications_about,
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null and contract_id is null and project_id is null)
    and num_nonnulls(ticket_id, article_id, connector_id, improvement_id, contract_id, project_id, own_page) = 1);
create index notifications_project on fettle.notifications (client_id, project_id) where project_id is not null;
