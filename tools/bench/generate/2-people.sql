-- Clients by size, from one with a tenth of all work to many small ones; their contacts, as many as fit the size.

create table bench.clients as
with sized as (
  select row_number() over (order by code) as ord, id, code, name, time_zone from fettle.clients where kind = 'client' and active
), weighed as (
  select *, (1 / (ord + 1.0) ^ 0.8)::float8 as weight from sized
)
select ord, id, code, name, sum(weight) over (order by ord) / sum(weight) over () as until,
  greatest(5, round(weight / sum(weight) over () * 8000))::integer as contacts, 0::bigint as first_contact
from weighed;
update bench.clients c set first_contact = s.start
from (select ord, 1 + sum(contacts) over (order by ord) - contacts as start from bench.clients) s where s.ord = c.ord;

create table bench.contacts as
select c.first_contact + i as ord, c.id as client_id, bench.id_at('2024-01-01', c.first_contact + i, -1) as id,
  bench.pick(w.first_names, bench.u(c.first_contact + i, -1)) || ' ' || bench.pick(w.last_names, bench.u(c.first_contact + i, -2)) as name,
  lower('p' || c.first_contact + i || '@' || c.code || '.example') as email, bench.u(c.first_contact + i, -3) < 0.03 as vip
from bench.words w, bench.clients c, generate_series(0, c.contacts - 1) i;
alter table bench.contacts add primary key (ord);

insert into fettle.contacts (client_id, id, person_id, name, email, phone, vip, created_at, updated_at)
select client_id, id, id, name, email, '+44 20 7946 ' || lpad(ord::text, 4, '0'), vip, '2024-01-01', '2024-01-01' from bench.contacts;
insert into fettle.contact_words (client_id, contact_id, name_key, active, words)
select client_id, id, lower(name), true, ' ' || app.plain(name) || ' ' || email || ' 44207946' || lpad(ord::text, 4, '0') from bench.contacts;
insert into fettle.events (id, client_id, at, subject_type, subject_id, type, actor_kind, actor_name, request_id, data)
select bench.id_at('2024-01-01', ord, -2), client_id, '2024-01-01', 'contact', id, 'contact.created', 'system', 'Bench', '', jsonb_build_object('name', name)
from bench.contacts;

create table bench.teams as
select row_number() over (order by t.name) as ord, t.id, array_agg(s.id order by s.id) as member_ids, array_agg(s.name order by s.id) as member_names
from fettle.teams t join fettle.team_members m on m.team_id = t.id join fettle.staff s on s.id = m.staff_id group by t.id, t.name;

-- Generated clocks ran round the clock, which lets their arithmetic be written as sums.
insert into fettle.calendars (id, definition, created_at)
values ('00000000-0000-8000-8000-000000000247', '{"name":"24 × 7","timeZone":"UTC","alwaysOpen":true,"hours":[],"closedDays":[]}', now())
on conflict do nothing;

-- What each client promises, by priority; 0 stands for what is promised nothing.
create table bench.promises as
select c.id as client_id, t.priority, gen_random_uuid() as id from fettle.clients c cross join bench.terms t;
insert into fettle.sla_promises (client_id, id, terms, created_at)
select p.client_id, p.id, t.terms, now() from bench.promises p join bench.terms t using (priority);
create unique index on bench.promises (client_id, priority);
