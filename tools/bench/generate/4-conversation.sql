-- The conversation: a technician answers first, the requester writes back, every third one is a note.

drop table if exists bench.messages;
create unlogged table bench.messages as
select p.n, i, bench.id_at(said.at, p.n, 100 + i) as id, said.at, case i % 3 when 0 then 'internal' else 'public' end as visibility,
  case i % 3 when 2 then 'contact' else 'staff' end as author_kind,
  case i % 3 when 2 then p.requester_id else p.worker_id end as author_id,
  case i % 3 when 2 then p.requester_name else p.worker_name end as by,
  bench.pick(w.sentences, bench.u(p.n, 50 + 2 * i)) || ' ' || bench.pick(w.sentences, bench.u(p.n, 51 + 2 * i)) as text
from bench.words w, bench.plan p, generate_series(1, p.messages) i,
  lateral (select date_trunc('second', p.created_at + make_interval(secs => p.life * (0.04 + 0.9 * (i - 1) / p.messages))) as at) said;
create index on bench.messages (n, i);
analyze bench.messages;
