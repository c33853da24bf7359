-- What the desk knows: articles in versions, and who may read which.

-- An article has a version in force, the next one as a draft, or both. Its text is in these; here is what holds for all of them.
create table fettle.articles (
  id uuid primary key,
  language text not null default 'en',
  category_id uuid references fettle.categories (id),
  service_id uuid references fettle.services (id),
  owner_id uuid references fettle.staff (id),
  review_on date,
  -- Who may read what is in force: the provider's people, every client's, those of chosen clients, or whoever opens the portal.
  visibility text not null default 'internal' check (visibility in ('internal', 'all', 'chosen', 'public')),
  draft_state text check (draft_state in ('draft', 'in_review')),
  -- For how many clients it is, also where a reader sees only some of them.
  client_count integer not null default 0,
  published_number integer,
  last_number integer not null default 0,
  published_at timestamptz,
  retired_at timestamptz,
  state text not null generated always as (case
    when retired_at is not null then 'retired'
    when published_number is not null then 'published'
    else coalesce(draft_state, 'draft') end) stored,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index articles_updated on fettle.articles (updated_at desc, id desc);
create index articles_owner on fettle.articles (owner_id);
create index articles_category on fettle.articles (category_id);
create index articles_service on fettle.articles (service_id);

-- The clients for whose people an article is, where it is for chosen ones.
create table fettle.article_clients (
  client_id uuid not null references fettle.clients (id),
  article_id uuid not null references fettle.articles (id),
  primary key (client_id, article_id)
);
create index article_clients_article on fettle.article_clients (article_id);
call private.protect('article_clients', 'client', 'select, insert, delete');

-- Staff see an article, whatever its state, unless it is for chosen clients of which none is theirs. Whoever reads without being of a
-- client (nobody signed in) sees what is public; a contact what is in force and admits one of their clients.
alter table fettle.articles enable row level security;
alter table fettle.articles force row level security;
grant select, insert, update on fettle.articles to fettle_app;
create policy staff on fettle.articles using (
  (select app.principal()) in ('staff', 'system')
  and ((select app.sees_all()) or visibility <> 'chosen' or id in (select c.article_id from fettle.article_clients c)))
with check (
  (select app.principal()) in ('staff', 'system')
  and ((select app.sees_all()) or visibility <> 'chosen' or id in (select c.article_id from fettle.article_clients c)));
create policy readers on fettle.articles for select using (
  (select app.principal()) = 'contact' and state = 'published'
  and (visibility = 'public'
    or (visibility = 'all' and cardinality((select app.clients())) > 0)
    or (visibility = 'chosen' and id in (select c.article_id from fettle.article_clients c))));

-- The next text. Nobody but staff reads it.
create table fettle.article_drafts (
  article_id uuid primary key references fettle.articles (id),
  title text not null,
  body_html text not null,
  body_text text not null,
  updated_by uuid,
  updated_by_name text not null,
  updated_at timestamptz not null,
  -- What a reviewer wants changed; empty when nothing was said.
  remark text not null default ''
);
alter table fettle.article_drafts enable row level security;
alter table fettle.article_drafts force row level security;
grant select, insert, update, delete on fettle.article_drafts to fettle_app;
create policy staff on fettle.article_drafts using (
  (select app.principal()) in ('staff', 'system') and article_id in (select a.id from fettle.articles a));

-- What was published, never changed. A reader outside the desk sees the one in force. Somebody limited to some clients does not see what
-- was for other clients only, though it is for everybody now.
create table fettle.article_versions (
  article_id uuid not null references fettle.articles (id),
  number integer not null,
  title text not null,
  body_html text not null,
  body_text text not null,
  visibility text not null,
  client_ids uuid[] not null default '{}',
  note text not null default '',
  published_by uuid,
  published_by_name text not null,
  published_at timestamptz not null,
  primary key (article_id, number)
);
alter table fettle.article_versions enable row level security;
alter table fettle.article_versions force row level security;
grant select, insert on fettle.article_versions to fettle_app;
create policy of_article on fettle.article_versions using (exists (
  select from fettle.articles a where a.id = article_versions.article_id
    and (a.published_number = article_versions.number
      or ((select app.principal()) in ('staff', 'system')
        and ((select app.sees_all()) or article_versions.visibility <> 'chosen'
          or article_versions.client_ids && (select app.clients())::uuid[])))))
with check ((select app.principal()) in ('staff', 'system') and article_id in (select a.id from fettle.articles a));

-- Pictures. One that is not in a text yet is its uploader's; readers outside the desk see those of the version in force.
create table fettle.article_files (
  id uuid primary key,
  article_id uuid references fettle.articles (id),
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  shown boolean not null default false,
  created_by uuid,
  created_at timestamptz not null
);
create index article_files_article on fettle.article_files (article_id);
create index article_files_bytes on fettle.article_files (sha256);
alter table fettle.article_files enable row level security;
alter table fettle.article_files force row level security;
grant select, insert, update, delete on fettle.article_files to fettle_app;
create policy staff on fettle.article_files using (
  (select app.principal()) in ('staff', 'system')
  and (article_id in (select a.id from fettle.articles a)
    or (article_id is null and ((select app.principal()) = 'system' or created_by::text = (select (app.context())[3])))));
create policy readers on fettle.article_files for select using (
  (select app.principal()) = 'contact' and shown and article_id in (select a.id from fettle.articles a));
