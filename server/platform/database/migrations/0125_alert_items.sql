-- The item that an alert is of is one of its client's.
alter table fettle.alerts add foreign key (client_id, item_id) references fettle.configuration_items (client_id, id);
