-- What an MSP writes for clients' people, in other languages: by where the original stands and by the original itself, so that what
-- was ordered or asked long ago still finds the words of its time. Where the original is a group's or a client's, so are its words.
create table fettle.translations (
  client_id uuid references fettle.clients (id),
  group_id uuid references fettle.client_groups (id),
  id uuid primary key,
  kind text not null,
  -- Of that kind: an item's id, a kind of ticket, the key of a setting.
  thing text not null,
  -- Where in it the original stood when it was translated.
  field text not null,
  language text not null,
  original text not null,
  -- Of the original, by which it is found.
  digest text not null,
  words text not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid references fettle.staff (id),
  check (num_nonnulls(client_id, group_id) <= 1)
);
create unique index translations_place on fettle.translations (client_id, group_id, kind, thing, digest, language) nulls not distinct;
create index translations_digest on fettle.translations (digest);
create index translations_of_staff on fettle.translations (updated_by) where updated_by is not null;
create index translations_of_group on fettle.translations (group_id) where group_id is not null;

alter table fettle.translations enable row level security;
alter table fettle.translations force row level security;
grant select, insert, update, delete on fettle.translations to fettle_app;
create policy scope on fettle.translations using (
  case when client_id is null then (select app.principal()) in ('staff', 'system')
       else (select app.sees_all()) or client_id = any ((select app.clients())::uuid[]) end);
create policy inherited on fettle.translations for select using (
  (select app.principal()) = 'contact' and client_id is null
  and (group_id is null or group_id in (select c.group_id from fettle.clients c)));
-- Words of an item that is for some clients only do not exist for anybody who sees none of them.
create policy of_item on fettle.translations as restrictive using (
  kind <> 'item' or thing in (select i.id::text from fettle.catalogue_items i));
