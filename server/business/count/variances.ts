import { sql } from 'kysely';
import {
  type Decision,
  decimalOf,
  exact,
  type Term,
  type Variance,
  varianceOf,
  varianceStands,
} from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { COUNTED_BY } from '#server/business/contract/index.ts';
import type { VarianceQuery, VarianceView } from '#shared/count.ts';
import { minorDigits } from '#shared/money-words.ts';

type Row = Pick<VarianceView, 'client' | 'contract' | 'line' | 'counts' | 'asOf' | 'currency' | 'counted' | 'since'> & {
  today: string;
  prorated: boolean;
  until: string | null;
  begins: string;
  ends: string | null;
  billsFrom: string;
  everyMonths: number;
  advance: boolean;
  upliftPercent: string | null;
  upliftMonths: number;
  terms: Term[];
  decision: (NonNullable<VarianceView['decision']> & Pick<Decision, 'counted' | 'contracted'>) | null;
};

/** Which lines, and as of which day; without one, today where each client is. */
export type Which = {
  readonly clientIds?: readonly string[] | undefined;
  readonly lineId?: string | undefined;
  readonly day?: string | undefined;
};

/** The lines that are counted with what was counted and what that means; those to be decided first, then by client and contract. */
export async function listVariances(ctx: Ctx, { clientId, state, day }: VarianceQuery): Promise<VarianceView[]> {
  const all = await variancesOf(ctx, { ...(clientId ? { clientIds: [clientId] } : {}), day });
  return all
    .filter((one) => state === undefined || one.state === state)
    .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
}

/** What waits to be decided of some clients as of a day. */
export async function openVariances(ctx: Ctx, clientIds: readonly string[], day: string): Promise<VarianceView[]> {
  return (await variancesOf(ctx, { clientIds, day })).filter(({ state }) => state === 'open');
}

/** Every line that is counted and holds on the day, of contracts that are active, with where it stands. */
export async function variancesOf(ctx: Ctx, which: Which): Promise<VarianceView[]> {
  return (await readRows(ctx, which)).flatMap((row) => viewOf(row) ?? []);
}

async function readRows(ctx: Ctx, { clientIds, lineId, day }: Which): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select jsonb_build_object('id', c.id, 'name', c.name) as client, jsonb_build_object('id', k.id, 'name', k.name) as contract,
      jsonb_build_object('id', l.id, 'name', l.name, 'unit', l.unit, 'version', l.version) as line, ${COUNTED_BY} as counts,
      d.today, d.day as "asOf", k.currency, l.prorated, l.until_day as until, k.begins, k.ends, k.bills_from as "billsFrom",
      k.every_months as "everyMonths", k.advance, trim_scale(k.uplift_percent)::text as "upliftPercent", k.uplift_months as "upliftMonths",
      (select jsonb_agg(jsonb_build_object('from', t.from_day, 'quantity', trim_scale(t.quantity)::text,
          'price', trim_scale(t.price)::text, 'agreed', t.agreed_on) order by t.from_day)
        from contract_terms t where t.client_id = l.client_id and t.line_id = l.id) as terms,
      case when s.id is not null then jsonb_build_object('snapshotId', s.id, 'day', s.day, 'number', trim_scale(s.number)::text) end as counted,
      greatest(t.from_day, (select min(x.day) from count_snapshots x where x.client_id = l.client_id and x.source = l.count_source
        and x.key = n.key and x.day <= d.day and x.number <> t.quantity and x.day > coalesce((select max(y.day) from count_snapshots y
          where y.client_id = l.client_id and y.source = l.count_source and y.key = n.key and y.day <= d.day
            and y.number = t.quantity), '-infinity'))) as since,
      (select jsonb_build_object('kind', z.kind, 'day', z.day, 'reason', z.reason, 'counted', trim_scale(z.counted)::text,
          'contracted', trim_scale(z.contracted)::text, 'by', f.name,
          'at', to_char(z.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from count_decisions z left join staff f on f.id = z.created_by
        where z.client_id = l.client_id and z.line_id = l.id order by z.id desc limit 1) as decision
    from contract_lines l
    join contracts k on k.client_id = l.client_id and k.id = l.contract_id
    join clients c on c.id = l.client_id
    cross join lateral (select coalesce(l.count_class, l.count_product::text, '') as key) n
    cross join lateral (select (${ctx.now}::timestamptz at time zone c.time_zone)::date as today,
      coalesce(${day ?? null}::date, (${ctx.now}::timestamptz at time zone c.time_zone)::date) as day) d
    left join lateral (select from_day, quantity from contract_terms t where t.client_id = l.client_id and t.line_id = l.id
      and t.from_day <= d.day order by t.from_day desc limit 1) t on true
    left join lateral (select id, day, number from count_snapshots s where s.client_id = l.client_id and s.source = l.count_source
      and s.key = n.key and s.day <= d.day order by s.day desc, s.id desc limit 1) s on true
    where l.count_source is not null and k.state = 'active' and k.begins <= d.day and (k.ends is null or k.ends > d.day)
      and l.from_day <= d.day and (l.until_day is null or l.until_day > d.day)
      and (${lineId ?? null}::uuid is null or l.id = ${lineId ?? null}::uuid)
      and (${clientIds ?? null}::uuid[] is null or l.client_id = any (${clientIds ?? null}::uuid[]))
    order by c.name_key, k.name, l.position, l.id`.execute(ctx.tx);
  return rows;
}

/** Null where nothing is agreed for the day. */
function viewOf(row: Row): VarianceView | null {
  const { client, contract, line, counts, asOf, currency, counted, since, decision } = row;
  const held = row.terms.findLast(({ from }) => from <= asOf);
  if (!held) return null;
  // What was agreed after it was counted is not held against the count.
  const fresh = counted !== null && counted.day >= held.from;
  const number = fresh ? counted.number : held.quantity;
  const variance = varianceOf(row, contractOf(row), { day: asOf, counted: number });
  if (!variance) return null;
  const state = fresh
    ? varianceStands(variance, decision, { day: asOf, today: row.today, counted: number })
    : 'waiting';
  return {
    ...{ client, contract, line, counts, asOf, currency, counted, state, ...moneyOf(variance) },
    since: state === 'agrees' || state === 'waiting' ? null : (since ?? counted?.day ?? null),
    decision: decision && {
      ...{ kind: decision.kind, day: decision.day, reason: decision.reason, by: decision.by, at: decision.at },
    },
  };
}

const moneyOf = ({ contracted, difference, price, monthly, thisMonth, monthEnds }: Variance) => ({
  ...{ contracted, difference, price: decimalOf(exact(price)), monthly, thisMonth, monthEnds },
});

const contractOf = ({ upliftPercent, upliftMonths, currency, begins, ends, billsFrom, everyMonths, advance }: Row) => ({
  ...{ begins, ends, billsFrom, everyMonths, advance, digits: minorDigits(currency) },
  uplift: upliftPercent === null ? null : { percent: upliftPercent, everyMonths: upliftMonths },
});
