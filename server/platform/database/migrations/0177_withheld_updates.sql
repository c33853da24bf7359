-- Updates of an announcement that a client is not shown: it was added after they were said, and they name somebody.
alter table fettle.announcement_clients add column withheld uuid[] not null default '{}';
