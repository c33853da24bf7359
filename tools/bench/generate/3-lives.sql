-- The life of each ticket of the batch, from which all its rows are written.

drop table if exists bench.plan;
create unlogged table bench.plan as
with draws as (
  select n, b.now_at, 1 + width_bucket(bench.u(n, 1), (select array_agg(until order by ord) from bench.clients)) as client_ord,
    case when bench.u(n, 2) < 0.010 then 'fresh' when bench.u(n, 2) < 0.020 then 'assigned' when bench.u(n, 2) < 0.038 then 'working'
      when bench.u(n, 2) < 0.050 then 'waiting' when bench.u(n, 2) < 0.070 then 'resolved' when bench.u(n, 2) < 0.080 then 'cancelled'
      else 'closed' end as phase,
    case when bench.u(n, 3) < 0.70 then 'incident' when bench.u(n, 3) < 0.92 then 'request' when bench.u(n, 3) < 0.94 then 'problem'
      when bench.u(n, 3) < 0.96 then 'change' else 'task' end as kind,
    case when bench.u(n, 4) < 0.07 then 1 when bench.u(n, 4) < 0.45 then 2 else 3 end::smallint as impact,
    case when bench.u(n, 5) < 0.07 then 1 when bench.u(n, 5) < 0.45 then 2 else 3 end::smallint as urgency,
    bench.u(n, 6) as slow, bench.u(n, 7) as when_u
  from bench.batch b, generate_series(b.from_n, b.to_n) n
), placed as (
  select d.*, c.id as client_id, c.code, c.name as client_name, k.id as requester_id, k.name as requester_name, k.email as requester_email,
    p.priority, p.why, t.response, t.resolution, s.status, s.category, s.holds, s.initial, s.code as resolution_code,
    g.id as team_id, 1 + floor(bench.u(n, 12) * cardinality(g.member_ids))::int as member, g.member_ids, g.member_names
  from draws d
  join bench.clients c on c.ord = d.client_ord
  join bench.contacts k on k.ord = c.first_contact + floor(bench.u(n, 8) * bench.u(n, 9) * c.contacts)
  join bench.priorities p on p.impact = d.impact and p.urgency = d.urgency and p.vip = k.vip
  join bench.targets t on t.priority = p.priority
  join bench.statuses s on s.kind = d.kind and s.phase = d.phase
  join bench.teams g on g.ord = 1 + floor(bench.u(n, 11) * (select count(*) from bench.teams))
), timed as (
  -- `life`: from the report to the end, or to now. Four of five are done, or so far, within their target.
  select *, phase in ('resolved', 'closed', 'cancelled') as over,
    greatest(120, floor(resolution * case
      when phase = 'fresh' then 0.002 + 0.1 * when_u
      when slow < 0.8 then 0.03 + 0.9 * when_u else 1.05 + 3 * when_u end)) as life,
    phase = 'assigned' or phase <> 'fresh' and bench.u(n, 10) > 0.03 as taken,
    case when phase = 'fresh' then 0 else floor(5 * bench.u(n, 13) * bench.u(n, 14) + 0.7)::int end as messages
  from placed
), dated as (
  select *, date_trunc('second', now_at) - make_interval(secs => life + case
      when phase = 'resolved' then 60 + floor(when_u * 4 * 86400)
      when over then floor((6 + 720 * bench.u(n, 15)) * 86400) else 0 end) as created_at
  from timed
), numbered as (
  select *, row_number() over (partition by client_id order by created_at, n) as nth,
    bench.id_at(created_at, n, 0) as id from dated
)
select p.n, p.now_at, p.client_id, p.id, c.next_number + p.nth - 1 as number, p.code || '-' || c.next_number + p.nth - 1 as key, p.client_name, p.code,
  p.kind, p.phase, p.over, p.status, p.category, p.initial, p.impact, p.urgency, p.priority, p.why, p.response, p.resolution,
  p.requester_id, p.requester_name, p.requester_email, p.team_id,
  case when p.taken then p.member_ids[p.member] end as assignee_id, case when p.taken then p.member_names[p.member] end as assignee_name,
  coalesce(p.member_ids[p.member], p.member_ids[1]) as worker_id, p.member_names[p.member] as worker_name,
  p.taken, p.kind = 'incident' and p.taken and p.phase not in ('assigned', 'cancelled') as started, p.messages,
  bench.pick(array['portal', 'portal', 'email', 'email', 'email', 'phone', 'phone', 'chat', 'monitoring', 'api'], bench.u(p.n, 16)) as source,
  bench.pick((select array_agg(id order by path) from fettle.categories where active), bench.u(p.n, 17)) as category_id,
  bench.pick((select array_agg(id order by name) from fettle.services where active), bench.u(p.n, 18)) as service_id,
  case when bench.u(p.n, 19) < 0.4 then '{}' when bench.u(p.n, 20) < 0.7 then array[bench.pick(w.tags, bench.u(p.n, 21))]
    else array[w.tags[1 + p.n % 20], w.tags[21 + p.n % 20]] end::text[] as tags,
  'PC-' || lpad((hashint8extended(p.n, 22) & 65535)::text, 5, '0') as asset, bench.u(p.n, 23) < 0.3 and p.kind in ('incident', 'request') as has_asset,
  bench.pick(w.things, bench.u(p.n, 24)) || ' ' || bench.pick(w.problems, bench.u(p.n, 25)) || ' ' || bench.pick(w.places, bench.u(p.n, 26)) as title,
  bench.pick(w.sentences, bench.u(p.n, 27)) || ' ' || bench.pick(w.sentences, bench.u(p.n, 28)) || ' ' || bench.pick(w.sentences, bench.u(p.n, 29)) as report,
  case when p.phase = 'waiting' and p.holds then bench.pick(array['client', 'client', 'vendor', 'evidence', 'scheduled'], bench.u(p.n, 30)) end as hold_reason,
  p.resolution_code,
  -- A child hangs under its neighbour, which is none itself.
  case when bench.u(p.n, 31) < 0.02 and bench.u(lag(p.n) over neighbours, 31) >= 0.02 then lag(p.id) over neighbours end as parent_id,
  case when bench.u(p.n, 32) < 0.02 then lag(p.id, 2) over neighbours end as linked_id,
  p.life, p.created_at,
  date_trunc('second', p.created_at + make_interval(secs => p.life * 0.01)) as assigned_at,
  date_trunc('second', p.created_at + make_interval(secs => p.life * 0.03)) as started_at,
  case when p.messages > 0 then date_trunc('second', p.created_at + make_interval(secs => p.life * 0.04)) end as first_response_at,
  case when p.phase = 'waiting' then date_trunc('second', p.created_at + make_interval(secs => p.life * 0.96)) end as held_at,
  case when p.over then date_trunc('second', p.created_at + make_interval(secs => p.life)) end as ended_at,
  case when p.phase = 'closed' then date_trunc('second', p.created_at + make_interval(secs => p.life + 17280 + floor(5 * 86400 * bench.u(p.n, 33)))) end as closed_at
from numbered p join fettle.clients c on c.id = p.client_id, bench.words w
window neighbours as (partition by p.client_id order by p.created_at, p.n);
alter table bench.plan add primary key (n);
analyze bench.plan;
