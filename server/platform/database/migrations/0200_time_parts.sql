-- What of billed time which line of a contract took in, or none, and how; the seconds of an entry are those that were billed, after rounding.
-- An entry that was billed before this was kept may have none: then nobody knows.
create table fettle.time_parts (
  client_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  line_id uuid,
  how text not null check (how in ('charged', 'included', 'block')),
  seconds integer not null check (seconds >= 0),
  primary key (client_id, id),
  foreign key (client_id, entry_id) references fettle.time_billed (client_id, entry_id) on delete cascade,
  foreign key (client_id, line_id) references fettle.contract_lines (client_id, id)
);
create unique index time_parts_one on fettle.time_parts (client_id, entry_id, line_id, how) nulls not distinct;
create index time_parts_line on fettle.time_parts (client_id, line_id) where line_id is not null;

-- Known of what was billed before: what was charged whole stands on the invoice, and what came off one block alone in its draws. What a
-- contract included is not known, nor what was split.
alter table fettle.time_billed no force row level security;
alter table fettle.time_entries no force row level security;
alter table fettle.invoice_lines no force row level security;
alter table fettle.block_draws no force row level security;
alter table fettle.block_grants no force row level security;
with charged as (
  select b.client_id, b.entry_id, l.line_id, sum((e ->> 'seconds')::int) as seconds
  from fettle.time_billed b
  join fettle.invoice_lines l on l.client_id = b.client_id and l.invoice_id = b.invoice_id
  cross join lateral jsonb_array_elements(l.why -> 'entries') e
  where (e ->> 'id')::uuid = b.entry_id
  group by 1, 2, 3),
whole as (
  select c.*, sum(c.seconds) over (partition by c.client_id, c.entry_id) >= t.minutes * 60 as all_of_it
  from charged c join fettle.time_entries t on t.client_id = c.client_id and t.id = c.entry_id
  where not exists (select from fettle.block_draws d where d.client_id = c.client_id and d.entry_id = c.entry_id)),
drawn as (
  select d.client_id, d.entry_id, min(g.line_id::text)::uuid as line_id, min(t.minutes) * 60 as seconds
  from fettle.block_draws d join fettle.block_grants g on g.client_id = d.client_id and g.id = d.grant_id
  join fettle.time_entries t on t.client_id = d.client_id and t.id = d.entry_id
  where not exists (select from charged c where c.client_id = d.client_id and c.entry_id = d.entry_id)
  group by 1, 2 having count(distinct g.line_id) = 1)
insert into fettle.time_parts (client_id, id, entry_id, line_id, how, seconds)
select client_id, gen_random_uuid(), entry_id, line_id, 'charged', seconds from whole where all_of_it
union all
select client_id, gen_random_uuid(), entry_id, line_id, 'block', seconds from drawn;
alter table fettle.block_grants force row level security;
alter table fettle.block_draws force row level security;
alter table fettle.invoice_lines force row level security;
alter table fettle.time_entries force row level security;
alter table fettle.time_billed force row level security;

call private.protect('time_parts', 'staff_client', 'select, insert');
