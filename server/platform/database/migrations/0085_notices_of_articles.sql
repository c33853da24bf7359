-- Notices about an article, for which no client stands: each is for one person, and nobody else reads it.

-- The staff member the transaction speaks for; null for contacts and the program.
create function app.staff() returns uuid
language sql stable parallel safe as
$$ select case when (app.context())[2] operator(pg_catalog.=) 'staff' then nullif((app.context())[3], '')::pg_catalog.uuid end $$;
grant execute on function app.staff() to fettle_app;

alter table fettle.notifications
  drop constraint notifications_pkey,
  add primary key (id),
  alter column client_id drop not null,
  alter column ticket_id drop not null,
  add column article_id uuid references fettle.articles (id),
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null) and (ticket_id is null) <> (article_id is null));
create index notifications_article on fettle.notifications (article_id) where article_id is not null;
create policy own on fettle.notifications
  using (client_id is null and ((select app.principal()) = 'system' or staff_id = (select app.staff())))
  with check (client_id is null and (select app.principal()) in ('staff', 'system'));
