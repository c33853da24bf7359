-- An announcement for chosen clients may be for some sites of one alone: for the people of these, and for who sees the whole company.
create table fettle.announcement_sites (
  client_id uuid not null,
  announcement_id uuid not null,
  site_id uuid not null,
  primary key (client_id, announcement_id, site_id),
  foreign key (client_id, announcement_id) references fettle.announcement_clients (client_id, announcement_id) on delete cascade,
  foreign key (client_id, site_id) references fettle.sites (client_id, id)
);
create index announcement_sites_site on fettle.announcement_sites (client_id, site_id);
create index announcement_sites_announcement on fettle.announcement_sites (announcement_id);
call private.protect('announcement_sites', 'client', 'select, insert, delete');

-- The site to which the transaction's contact belongs, whatever they see.
create function app.home_site() returns uuid language sql stable parallel safe as
$$ select c.site_id from fettle.contacts c where c.client_id = any ((select app.clients())::uuid[]) and c.id = (select app.contact()) $$;

-- Whether an announcement that is for a client is for one of its sites as well, as the asker may see either.
create function app.announced_at(announcement uuid, client uuid, site uuid) returns boolean language sql stable parallel safe as
$$ select not exists (select from fettle.announcement_sites s where s.client_id = client and s.announcement_id = announcement)
  or exists (select from fettle.announcement_sites s where s.client_id = client and s.announcement_id = announcement and s.site_id = site) $$;

-- Whether somebody of a client sees the whole company: as their card says, else as their client has it.
create function app.sees_company(client uuid, sees text) returns boolean language sql stable parallel safe as
$$ select coalesce(sees, (
    select v.value ->> 'sees' from fettle.settings v join fettle.clients c on c.id = client
    where v.key = 'portal.sees' and (v.client_id = c.id or (v.client_id is null and (v.group_id = c.group_id or v.group_id is null)))
    order by v.client_id is null, v.group_id is null limit 1), 'own') = 'all' $$;
grant execute on function app.home_site(), app.announced_at(uuid, uuid, uuid), app.sees_company(uuid, text) to fettle_app, fettle_search;

-- Whom it is for is what the policies of announcements ask: of an announcement for other sites, somebody of a client sees nothing.
create policy site on fettle.announcement_clients as restrictive using (
  (select app.contact()) is null or (select app.company_wide()) or app.announced_at(announcement_id, client_id, (select app.home_site())));
