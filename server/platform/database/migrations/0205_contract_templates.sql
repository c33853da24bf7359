-- What contracts are made from: by tier of clients, with the lines as a document.
create table fettle.contract_templates (
  id uuid primary key,
  name text not null,
  description text not null default '',
  -- The tier of clients that it is meant for; null: any.
  group_id uuid references fettle.client_groups (id) on delete set null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  every_months smallint not null check (every_months in (1, 3, 6, 12)),
  advance boolean not null,
  -- How long a contract holds at first; null: without end.
  term_months smallint check (term_months between 1 and 120),
  renews_months smallint check (renews_months between 1 and 120),
  notice_days smallint not null check (notice_days between 0 and 365),
  uplift_percent numeric(7, 4) check (uplift_percent between -50 and 100),
  uplift_months smallint not null check (uplift_months between 1 and 60),
  lines jsonb not null,
  -- False where nothing new is made from it.
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index contract_templates_name on fettle.contract_templates (lower(name));
create index contract_templates_group on fettle.contract_templates (group_id) where group_id is not null;
call private.protect('contract_templates', 'global', 'select, insert, update');

-- Which template a contract was made from, and which of its lines a line stands for.
alter table fettle.contracts add template_id uuid references fettle.contract_templates (id);
create index contracts_template on fettle.contracts (template_id) where template_id is not null;
alter table fettle.contract_lines add template_line uuid;
