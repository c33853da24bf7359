-- What a client's person sees in the portal: their own tickets, those of their site, or the whole company's. Null: as their client has it.
alter table fettle.contacts add column sees text check (sees in ('own', 'site', 'all'));
alter table fettle.contacts no force row level security;
update fettle.contacts set sees = 'all' where company_wide;
alter table fettle.contacts force row level security;
alter table fettle.contacts drop column company_wide;

-- The site of which the transaction's contact sees every ticket; null for whoever sees their own alone, the whole company's, or is of no site.
create function app.site() returns uuid language sql stable parallel safe as
$$ select case when pg_catalog.left((app.context())[6], 5) operator(pg_catalog.=) 'site:' then pg_catalog.substr((app.context())[6], 6)::pg_catalog.uuid end $$;
grant execute on function app.site() to fettle_app, fettle_search;

create index tickets_site on fettle.tickets (client_id, site_id, updated_at desc, id desc) where site_id is not null;

drop policy requester on fettle.tickets;
create policy requester on fettle.tickets as restrictive using (
  (select app.contact()) is null or requester_id = (select app.contact()) or (select app.company_wide())
  or site_id = (select app.site()) or id = any ((select app.followed())::uuid[]));

-- Of colleagues, whoever sees a site reads the cards of those who asked for what they see.
drop policy own_card on fettle.contacts;
create policy own_card on fettle.contacts as restrictive using (
  (select app.contact()) is null or id = (select app.contact()) or (select app.company_wide())
  or ((select app.site()) is not null and exists (
    select from fettle.tickets t where t.client_id = contacts.client_id and t.requester_id = contacts.id and t.site_id = (select app.site()))));
