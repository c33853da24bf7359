-- The improvement register: what is to become better, how it was, what is aimed at, and whether it helped. Of the provider or of a client.
create table fettle.improvements (
  id uuid primary key,
  client_id uuid references fettle.clients (id),
  title text not null,
  -- Plain text.
  idea text not null default '',
  owner_id uuid references fettle.staff (id),
  -- {kind, id, step, text}: where it came from.
  source jsonb not null default '{"kind": "other", "id": null, "step": null, "text": ""}',
  status text not null check (status in ('idea', 'measured', 'planned', 'doing', 'measuring', 'achieved', 'not_achieved', 'dropped')),
  -- What came of it, in words.
  learnt text not null default '',
  -- Null: figures are entered by hand, in `unit`.
  measure text,
  unit text not null default '',
  better text not null check (better in ('less', 'more')),
  -- {teamId, categoryId, serviceId, streamId, step, cause}
  scope jsonb not null default '{}',
  -- {from, to, figure, n, low, high, sample, at, by}
  baseline jsonb,
  target double precision,
  target_on date,
  -- When it is measured again by itself.
  measure_on date,
  -- [{from, to, figure, n, low, high, at, by, effect}], the last first.
  readings jsonb not null default '[]',
  -- [{kind, id}]: what it changes.
  links jsonb not null default '[]',
  version integer not null default 1,
  created_by uuid references fettle.staff (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (client_id, id)
);
create index improvements_updated on fettle.improvements (updated_at desc, id desc);
create index improvements_owner on fettle.improvements (owner_id);
create index improvements_created_by on fettle.improvements (created_by);
create index improvements_due on fettle.improvements (measure_on) where measure_on is not null;
alter table fettle.improvements enable row level security;
alter table fettle.improvements force row level security;
grant select, insert, update on fettle.improvements to fettle_app;
create policy staff on fettle.improvements using ((select app.principal()) in ('staff', 'system')
  and (client_id is null or (select app.sees_all()) or client_id = any ((select app.clients())::uuid[])));

-- A notice may be about an improvement, which is never deleted: each is for one person, and nobody else reads it.
alter table fettle.notifications
  add column improvement_id uuid,
  drop constraint notifications_about,
  add constraint notifications_about check (
    (client_id is null) = (ticket_id is null) and num_nonnulls(ticket_id, article_id, connector_id, improvement_id) = 1);
create index notifications_improvement on fettle.notifications (improvement_id) where improvement_id is not null;
