-- Deterministic draws and texts. The n-th ticket is the same in every run.

drop schema if exists bench cascade;
create schema bench;

-- A number from 0 to below 1: draw `draw` of ticket `n`.
create function bench.u(n bigint, draw integer) returns float8 language sql immutable parallel safe as
$$ select (hashint8extended(n, draw) & 4294967295)::float8 / 4294967296 $$;

create function bench.pick(list anyarray, u float8) returns anyelement language sql immutable parallel safe as
$$ select list[1 + floor(u * cardinality(list))::int] $$;

-- A UUID of version 7 whose time is `at`, so that ids sort as those of real tickets do.
create function bench.id_at(at timestamptz, n bigint, part integer) returns uuid language sql stable parallel safe as
$$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n || ':' || part), 1, 3)
     || '8' || substr(md5(n || ':' || part), 4, 15))::uuid $$;

-- An instant as the program writes it into JSON.
create function bench.iso(at timestamptz) returns text language sql stable parallel safe as
$$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') $$;

-- What is generated in one go: tickets from_n to to_n, as they are at now_at.
create table bench.batch (from_n bigint not null, to_n bigint not null, now_at timestamptz not null);

-- Vocabulary, filled by the program.
create table bench.words (
  things text[], problems text[], places text[], sentences text[], first_names text[], last_names text[], tags text[]
);
create table bench.statuses (
  kind text, phase text, status text, category text, holds boolean, initial text, code text, primary key (kind, phase)
);
create table bench.priorities (
  impact smallint, urgency smallint, vip boolean, priority smallint, why jsonb, primary key (impact, urgency, vip)
);
create table bench.targets (priority smallint primary key, response integer, resolution integer);
create table bench.terms (priority int, terms jsonb);
