-- How long one change takes in a meeting whose time was divided, where that is another than the board says.

alter table fettle.cab_meetings add column item_seconds integer check (item_seconds between 10 and 7200);
