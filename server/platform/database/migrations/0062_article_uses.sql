-- What articles are good for: tickets they helped on, what is wrong with them, and who read them and found them helpful.

-- An article used on a ticket: linked, answered with, or made from what solved it. `number`: the version in force then.
create table fettle.ticket_articles (
  client_id uuid not null,
  ticket_id uuid not null,
  article_id uuid not null references fettle.articles (id),
  kind text not null check (kind in ('linked', 'answered', 'made')),
  number integer,
  staff_id uuid references fettle.staff (id),
  created_at timestamptz not null,
  primary key (client_id, ticket_id, article_id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index ticket_articles_article on fettle.ticket_articles (article_id, client_id);
create index ticket_articles_staff on fettle.ticket_articles (staff_id);
call private.protect('ticket_articles', 'staff_client');

-- Somebody says that an article is wrong or outdated, until somebody has seen to it. What was noticed on a client's ticket is told to
-- those who see that client.
create table fettle.article_flags (
  id uuid primary key,
  article_id uuid not null references fettle.articles (id),
  client_id uuid references fettle.clients (id),
  ticket_id uuid,
  note text not null,
  staff_id uuid references fettle.staff (id),
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references fettle.staff (id),
  foreign key (client_id, ticket_id) references fettle.tickets (client_id, id) deferrable initially immediate
);
create index article_flags_open on fettle.article_flags (article_id) where settled_at is null;
create index article_flags_client on fettle.article_flags (client_id, ticket_id);
create index article_flags_staff on fettle.article_flags (staff_id);
alter table fettle.article_flags enable row level security;
alter table fettle.article_flags force row level security;
grant select, insert, update on fettle.article_flags to fettle_app;
create policy staff on fettle.article_flags using (
  (select app.principal()) in ('staff', 'system') and article_id in (select a.id from fettle.articles a)
  and (client_id is null or (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])));

-- A client's person read an article: once a day. `typed`: while saying what is wrong. `raised`: whether they logged a ticket within a
-- day all the same; null until that day is over.
create table fettle.article_reads (
  client_id uuid not null,
  contact_id uuid not null,
  article_id uuid not null references fettle.articles (id),
  day date not null,
  at timestamptz not null,
  typed boolean not null,
  raised boolean,
  primary key (client_id, contact_id, article_id, day),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
create index article_reads_article on fettle.article_reads (article_id, client_id) include (typed, raised);
create index article_reads_unsettled on fettle.article_reads (at) where raised is null;
call private.protect('article_reads', 'client');
create policy own on fettle.article_reads as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact()));

-- Whether it helped, as a client's person last said. `number`: the version they read.
create table fettle.article_votes (
  client_id uuid not null,
  contact_id uuid not null,
  article_id uuid not null references fettle.articles (id),
  helpful boolean not null,
  number integer not null,
  at timestamptz not null,
  primary key (client_id, contact_id, article_id),
  foreign key (client_id, contact_id) references fettle.contacts (client_id, id)
);
create index article_votes_article on fettle.article_votes (article_id, client_id) include (helpful);
call private.protect('article_votes', 'client');
create policy own on fettle.article_votes as restrictive using (
  (select app.contact()) is null or contact_id = (select app.contact()));

-- How often staff and those who are not signed in read an article, by day: nobody's client is in it.
create table fettle.article_visits (
  article_id uuid not null references fettle.articles (id),
  day date not null,
  kind text not null check (kind in ('staff', 'visitor')),
  visits integer not null,
  primary key (article_id, day, kind)
);
alter table fettle.article_visits enable row level security;
alter table fettle.article_visits force row level security;
grant select, insert, update on fettle.article_visits to fettle_app;
create policy staff on fettle.article_visits using (
  (select app.principal()) in ('staff', 'system') and article_id in (select a.id from fettle.articles a));
