-- What a person calls the place that an alert is of; vendors name it by an id. Empty where nobody has said it: the id stands for it.
alter table fettle.alerts add column site_name text not null default '';
update fettle.alerts a set site_name = s.name from fettle.connector_sites s
where s.connector_id = a.connector_id and s.external_id = a.site and s.name <> s.external_id;
