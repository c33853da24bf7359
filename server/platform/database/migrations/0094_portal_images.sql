-- Logos and icons of the portal, as they are handed out: looked at, and cleaned, when they came.
create table fettle.portal_images (
  id uuid primary key,
  -- Null: for the provider's own look, or a group's.
  client_id uuid references fettle.clients (id),
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/svg+xml')),
  width integer not null check (width between 1 and 4096),
  height integer not null check (height between 1 and 4096),
  bytes bytea not null check (octet_length(bytes) <= 262144),
  created_by uuid,
  created_at timestamptz not null
);
create index portal_images_client on fettle.portal_images (client_id);
alter table fettle.portal_images enable row level security;
alter table fettle.portal_images force row level security;
grant select, insert, delete on fettle.portal_images to fettle_app;
create policy scope on fettle.portal_images using (
  case when client_id is null then (select app.principal()) in ('staff', 'system')
       else (select app.principal()) in ('staff', 'system')
         and ((select app.sees_all()) or client_id = any ((select app.clients())::uuid[])) end);
