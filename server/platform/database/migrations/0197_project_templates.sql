-- Projects as they are usually planned, for whichever client: days count from the beginning.
create table fettle.project_templates (
  id uuid primary key,
  name text not null,
  description text not null default '',
  plan jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index project_templates_name on fettle.project_templates (lower(name));
call private.protect('project_templates', 'global');
