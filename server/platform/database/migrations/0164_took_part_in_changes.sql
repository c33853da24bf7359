-- Everybody who once had a part in a change: they stay out of deciding about it though they have handed it over since.
alter table fettle.changes add column took_part uuid[] not null default '{}';
