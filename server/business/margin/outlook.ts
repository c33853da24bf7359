import { sql } from 'kysely';
import { marginOf, outlookOf } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { readSettingsOf, resolveSetting } from '#platform/settings/index.ts';
import { type MonthUnder, type UnderContract, underContracts } from '#server/business/billing/index.ts';
import { CURRENCY } from '#server/business/contract/index.ts';
import type { BlockOutlook, ContractOutlook, Outlooks } from '#shared/margin.ts';
import { minorDigits } from '#shared/money-words.ts';
import { blockReasons, marginReasons } from './outlook-words.ts';
import { BLOCK_ALERTS, LEAST_MARGIN } from './settings.ts';

/** How many months a trend has, with this one. */
const MONTHS = 6;
/** So many whole months before say how the rest of this one goes. */
const BEFORE = 3;
const DAY_MS = 86_400_000;

type Client = { readonly id: string; readonly name: string };
type Cost = { contract_id: string; day: string; minutes: number; cost: number; uncosted: number };
/** With what is told about it, which a list does not show: from when on the month or what the block holds is. */
type Told<T> = T & { readonly fromDay: string };
export type Watched = {
  readonly currency: string;
  readonly items: readonly Told<ContractOutlook>[];
  readonly blocks: readonly (Told<BlockOutlook> & { readonly expires: boolean })[];
  readonly elsewhere: Outlooks['elsewhere'];
};

/** How the contracts of all clients that the reader sees go, what is warned of first. */
export async function outlooks(ctx: Ctx): Promise<Outlooks> {
  const { rows } = await sql<Client>`
    select c.id, c.name from clients c where c.kind = 'client'
      and exists (select from contracts k where k.client_id = c.id and k.state = 'active') order by c.name_key`.execute(
    ctx.tx,
  );
  const { currency, items, blocks, elsewhere } = await watch(ctx, rows);
  const first = <T extends { warned: boolean }>(all: readonly T[], less: (one: T) => number) =>
    all.toSorted((a, b) => Number(b.warned) - Number(a.warned) || less(a) - less(b));
  return {
    ...{ currency, elsewhere },
    items: first(items, ({ forecast }) => forecast.share ?? Number.MIN_SAFE_INTEGER).map(
      ({ fromDay: _, ...one }) => one,
    ),
    blocks: first(blocks, ({ left, granted }) => left / Math.max(1, granted)).map(
      ({ fromDay: _, expires: __, ...one }) => one,
    ),
  };
}

/** What is to be said of the contracts of some clients today. */
export async function watch(ctx: Ctx, clients: readonly Client[]): Promise<Watched> {
  const ids = clients.map(({ id }) => id);
  const today = ctx.now.slice(0, 10);
  const { value: own } = await resolveSetting(ctx, CURRENCY, null);
  const { contracts, open } = await underContracts(ctx, ids, { today, months: MONTHS });
  const costs = Map.groupBy(
    await costsOf(ctx, { ids, open, scale: 10 ** minorDigits(own.currency), since: firstDay(contracts, today) }),
    ({ contract_id }) => contract_id,
  );
  await readSettingsOf(ctx, ids);
  const watched = {
    currency: own.currency,
    items: [] as Told<ContractOutlook>[],
    blocks: [] as Watched['blocks'][number][],
    elsewhere: [] as Outlooks['elsewhere'],
  };
  for (const one of contracts) {
    const client = clients.find(({ id }) => id === one.clientId) ?? { id: one.clientId, name: '' };
    const of = { client, contract: { id: one.id, name: one.name } };
    const { value: alerts } = await resolveSetting(ctx, BLOCK_ALERTS, client.id);
    for (const block of one.blocks) {
      const said = blockReasons(block, { ...alerts, currency: one.currency, today });
      const { lineId, name, kind, granted, left, until, from } = block;
      watched.blocks.push({
        ...{ ...of, line: { id: lineId, name }, currency: one.currency, kind, granted, left, until, fromDay: from },
        ...{ warned: said.reasons.length > 0, reasons: said.reasons, expires: said.expires },
      });
    }
    if (one.currency !== own.currency) watched.elsewhere.push({ ...of, currency: one.currency });
    else {
      const { value } = await resolveSetting(ctx, LEAST_MARGIN, client.id);
      const outlook = outlookFor(one, costs.get(one.id) ?? [], {
        today,
        threshold: value.percent,
        currency: own.currency,
      });
      if (outlook) watched.items.push({ ...of, ...outlook });
    }
  }
  return watched;
}

const firstDay = (contracts: readonly UnderContract[], today: string): string =>
  contracts.flatMap(({ months }) => months.slice(0, 1).map(({ from }) => from)).toSorted()[0] ?? today;

type By = { today: string; threshold: number; currency: string };

/** Null for a contract of which nothing is billed here yet. */
function outlookFor({ months }: UnderContract, costs: readonly Cost[], { today, threshold, currency }: By) {
  const known = months.map((month) => ({ ...month, ...costIn(costs, month) }));
  const now = known.at(-1);
  if (!now) return null;
  const day = (text: string) => Date.parse(text) / DAY_MS;
  const days = { gone: day(today) - day(now.from) + 1, of: day(now.until) - day(now.from) };
  const before = known.slice(0, -1).slice(-BEFORE);
  const forecast = outlookOf({ ...now, standing: now.standing + now.once }, days, before);
  const share = marginOf(forecast);
  const warned = share === null ? forecast.cost > 0 : share < threshold;
  const shown = known.map(({ from, until, standing, worked, once, cost, minutes, uncosted }) => ({
    ...{ from, until, revenue: standing + worked + once, cost, minutes, uncosted },
  }));
  return {
    ...{ months: shown, forecast: { ...forecast, share }, threshold, warned, fromDay: now.from },
    reasons: warned ? marginReasons({ months: shown, forecast, share, threshold, days, currency }) : [],
  };
}

function costIn(costs: readonly Cost[], { from, until }: MonthUnder) {
  const within = costs.filter(({ day }) => from <= day && day < until);
  const sum = (of: (cost: Cost) => number) => Math.round(within.reduce((all, one) => all + of(one), 0));
  return {
    minutes: sum(({ minutes }) => minutes),
    cost: sum(({ cost }) => cost),
    uncosted: sum(({ uncosted }) => uncosted),
  };
}

type Asked = { ids: readonly string[]; open: readonly object[]; scale: number; since: string };

/** What the work cost that each contract took in, by day: what was billed, and what would be now. */
async function costsOf(ctx: Ctx, { ids, open, scale, since }: Asked): Promise<Cost[]> {
  const { rows } = await sql<Cost>`
    with parts as (
      select p.entry_id, p.line_id, p.seconds from time_entries w join time_parts p on p.client_id = w.client_id and p.entry_id = w.id
      where w.client_id = any (${ids}::uuid[]) and w.worked_at >= ${since}::date - 1
      union all select entry_id, line_id, seconds from jsonb_to_recordset(${JSON.stringify(open)}::jsonb) as o (entry_id uuid, line_id uuid, seconds int)),
    shared as (select *, coalesce(seconds::numeric / nullif(sum(seconds) over (partition by entry_id), 0), 1) as share from parts)
    select l.contract_id, (coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date as day, sum(e.minutes * s.share)::float8 as minutes,
      coalesce(sum(e.minutes * s.share * k.per_hour / 60 * ${scale}::int), 0)::float8 as cost,
      coalesce(sum(e.minutes * s.share) filter (where k.per_hour is null), 0)::float8 as uncosted
    from shared s join time_entries e on e.client_id = any (${ids}::uuid[]) and e.id = s.entry_id join clients c on c.id = e.client_id
    join contract_lines l on l.client_id = e.client_id and l.id = s.line_id
    left join lateral (select t.per_hour from staff_costs t where t.staff_id = e.staff_id
      and t.from_day <= (e.worked_at at time zone 'UTC')::date order by t.from_day desc limit 1) k on true
    where e.worked_at >= ${since}::date - 1
    group by 1, 2`.execute(ctx.tx);
  return rows;
}
