import { sql } from 'kysely';
import { decimalOf, ratio } from '#kernel/billing.ts';
import { dayAfter } from '#kernel/day.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { type ContractRow, type Replayed, type ReplayedLine, replayed } from '#server/business/billing/index.ts';
import { amountFaults, CURRENCY, refuseUnknownCovers } from '#server/business/contract/index.ts';
import { type ContractState, hasHeld } from '#shared/contract-words.ts';
import { formatMoney, minorDigits } from '#shared/money-words.ts';
import type { WhatIf, WhatIfView } from '#shared/what-if.ts';

const MONTHS = 12;

type Contract = {
  client_id: string;
  id: string;
  state: ContractState;
  currency: string;
  begins: string;
  lines: string[];
  others: string[];
};

/**
 * What a client would have been charged in the last twelve months, this one as far as it has gone, were a contract otherwise, against what it
 * comes to by what was agreed. A draft counts as if it had held all the time. Writes nothing. `invalid` names a line or contract that is not
 * there, `not_found` a contract out of sight.
 */
export async function whatIf(ctx: Ctx, contractId: string, change: WhatIf): Promise<WhatIfView> {
  const contract = await contractOf(ctx, contractId);
  await refuseUnknown(ctx, contract, change);
  const today = ctx.now.slice(0, 10);
  const since = monthsBack(today, MONTHS - 1);
  const draft = hasHeld(contract.state) ? null : contract.id;
  const of = { clientId: contract.client_id, currency: contract.currency, by: today };
  const asItWas = (row: ContractRow) => (row.id === draft ? null : row);
  const before = await replayed(ctx, { ...of, replay: { since, draft: null, reshape: asItWas }, rates: new Map() });
  const gone = new Set(change.insteadOf?.map((id) => id.toLowerCase()));
  const reshape = (row: ContractRow) => {
    if (row.id !== contract.id && gone.has(row.id)) return null;
    return row.id === contract.id ? changed(draft ? heldSince(row, since) : row, change, today) : row;
  };
  const rates = new Map(change.perHour === undefined ? [] : [[contract.id, [proposed(change.perHour)]]]);
  const after = await replayed(ctx, { ...of, replay: { since, draft, reshape }, rates });
  const costs = await costsOf(ctx, contract, since);
  return {
    ...{ currency: contract.currency, from: since, until: dayAfter(today, 1) },
    months: monthsFrom(since).map((month) => ({
      ...{ month, before: before.byMonth.get(month) ?? 0, after: after.byMonth.get(month) ?? 0 },
      cost: costs ? Math.round(costs.find((one) => one.month === month)?.cost ?? 0) : null,
    })),
    lines: linesOf(before, after, contract.currency),
    uncosted: Math.round((costs ?? []).reduce((sum, { uncosted }) => sum + uncosted, 0)),
    unrated: { before: before.unrated, after: after.unrated },
  };
}

const proposed = (perHour: string) => ({
  ...{
    id: 'proposed',
    level: 'contract' as const,
    staffId: null,
    roleKey: null,
    workTypeId: null,
    perHour,
    from: '0001-01-01',
  },
});

/** The first day of the month so many before that of a day. */
const monthsBack = (day: string, months: number): string =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - months, 1)).toISOString().slice(0, 10);
const monthsFrom = (since: string): string[] =>
  Array.from({ length: MONTHS }, (_, nth) => monthsBack(since, -nth).slice(0, 7));

async function contractOf(ctx: Ctx, id: string): Promise<Contract> {
  const { rows } = await sql<Contract>`
    select k.client_id, k.id, k.state, k.currency, k.begins,
      array(select l.id::text from contract_lines l where l.client_id = k.client_id and l.contract_id = k.id) as lines,
      array(select o.id::text from contracts o where o.client_id = k.client_id) as others
    from contracts k where k.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('contract');
  return rows[0];
}

async function refuseUnknown(ctx: Ctx, contract: Contract, { lines = [], insteadOf = [] }: WhatIf): Promise<void> {
  const faults = [
    ...lines.flatMap(({ lineId }, nth) =>
      contract.lines.includes(lineId.toLowerCase())
        ? []
        : [{ path: `lines.${nth}.lineId`, message: 'is not a line of this contract' }],
    ),
    ...lines.flatMap((line, nth) =>
      amountFaults(line).map(({ path, message }) => ({ path: `lines.${nth}.${path}`, message })),
    ),
    ...lines.flatMap(({ lineId }, nth) =>
      lines.findIndex((other) => other.lineId.toLowerCase() === lineId.toLowerCase()) === nth
        ? []
        : [{ path: `lines.${nth}.lineId`, message: 'is named before: say each line once' }],
    ),
    ...insteadOf.flatMap((id, nth) =>
      contract.others.includes(id.toLowerCase())
        ? []
        : [{ path: `insteadOf.${nth}`, message: 'is not a contract of this client' }],
    ),
  ];
  if (faults.length > 0) throw invalid(faults);
  for (const { covers } of lines) if (covers) await refuseUnknownCovers(ctx, contract.client_id, covers);
}

/** A draft as if it had begun on a day, with what it would cost at first. */
function heldSince(row: ContractRow, since: string): ContractRow {
  return {
    ...{ ...row, begins: since, billsFrom: since, ends: null },
    lines: row.lines.map((line) => ({
      ...{ ...line, from: since, until: null },
      terms: line.terms.slice(0, 1).map((term) => ({ ...term, from: since, agreed: since })),
    })),
  };
}

function changed(row: ContractRow, { lines = [], afterHours, holiday }: WhatIf, today: string): ContractRow {
  const changes = new Map(lines.map((line) => [line.lineId.toLowerCase(), line]));
  return {
    ...row,
    afterHours: afterHours === undefined ? row.afterHours : afterHours,
    holiday: holiday === undefined ? row.holiday : holiday,
    lines: row.lines.flatMap((line) => {
      const change = changes.get(line.id);
      if (!change) return [line];
      if (change.without) return [];
      const { quantity, price, percent = line.percent, work, covers } = change;
      return [
        {
          ...{ ...line, percent },
          kind: work === undefined ? line.kind : work === 'included' ? ('all_inclusive' as const) : ('time' as const),
          covers: covers && line.covers ? { ...line.covers, ...covers } : line.covers,
          // A price that is thought of is meant as it is: it does not rise meanwhile.
          terms: line.terms.map((term) => ({
            ...{ ...term, quantity: quantity ?? term.quantity },
            ...(price === undefined ? {} : { price, agreed: today }),
          })),
        },
      ];
    }),
  };
}

type Cost = { month: string; cost: number; uncosted: number };

/** What all work for a client cost by month; null where the contract is in another currency than what people cost. */
async function costsOf(ctx: Ctx, { client_id, currency }: Contract, since: string): Promise<Cost[] | null> {
  const { value } = await resolveSetting(ctx, CURRENCY, null);
  if (value.currency !== currency) return null;
  const { rows } = await sql<Cost>`
    select to_char((coalesce(e.started_at, e.worked_at) at time zone c.time_zone)::date, 'YYYY-MM') as month,
      coalesce(sum(e.minutes * k.per_hour / 60 * ${10 ** minorDigits(currency)}::int), 0)::float8 as cost,
      coalesce(sum(e.minutes) filter (where k.per_hour is null), 0)::float8 as uncosted
    from time_entries e join clients c on c.id = e.client_id left join lateral (select t.per_hour from staff_costs t
      where t.staff_id = e.staff_id and t.from_day <= (e.worked_at at time zone 'UTC')::date order by t.from_day desc limit 1) k on true
    where e.client_id = ${client_id} and e.worked_at >= ${since}::date - 1 group by 1`.execute(ctx.tx);
  return rows;
}

const NONE = { standing: 0, worked: 0, seconds: { charged: 0, included: 0, block: 0 } };

/** What comes to something on either side, what differs most first, with what it comes of. */
function linesOf(before: Replayed, after: Replayed, currency: string): WhatIfView['lines'] {
  const names = new Map([...before.lines, ...after.lines].map(({ lineId, name }) => [lineId, name]));
  return [...names]
    .map(([id, name]) => {
      const was = before.lines.find(({ lineId }) => lineId === id) ?? NONE;
      const now = after.lines.find(({ lineId }) => lineId === id) ?? NONE;
      const why = [
        ...(was.standing === now.standing && was.standing === 0
          ? []
          : [
              step(
                'For itself',
                formatMoney({ minor: was.standing, currency }),
                formatMoney({ minor: now.standing, currency }),
              ),
            ]),
        ...(was.worked === 0 && now.worked === 0
          ? []
          : [step('Work that is charged', workWords(was, currency), workWords(now, currency))]),
        ...(['included', 'block'] as const).flatMap((how) =>
          was.seconds[how] === 0 && now.seconds[how] === 0
            ? []
            : [
                step(
                  how === 'included' ? 'Work that is included' : 'Work off the block',
                  hours(was.seconds[how]),
                  hours(now.seconds[how]),
                ),
              ],
        ),
      ];
      return { name, before: was.standing + was.worked, after: now.standing + now.worked, why };
    })
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.name.localeCompare(b.name));
}

const hours = (seconds: number): string => `${decimalOf(ratio(Math.round(seconds / 36), 100))} h`;
const workWords = ({ seconds, worked }: Pick<ReplayedLine, 'seconds' | 'worked'>, currency: string): string =>
  `${hours(seconds.charged)} for ${formatMoney({ minor: worked, currency })}`;
const step = (what: string, was: string, now: string): string =>
  was === now ? `${what}: ${was} either way` : `${what}: ${was} before, ${now} now`;
