-- What 0127 meant for the alerts that stood already: under the forced policies of both tables it saw none of them.
alter table fettle.alerts no force row level security;
alter table fettle.connector_sites no force row level security;
update fettle.alerts a set site_name = s.name from fettle.connector_sites s
where s.connector_id = a.connector_id and s.external_id = a.site and s.name <> s.external_id and a.site_name = '';
alter table fettle.connector_sites force row level security;
alter table fettle.alerts force row level security;
