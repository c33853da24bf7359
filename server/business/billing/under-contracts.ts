import { sql } from 'kysely';
import { contractMonth, exact, monthCost, monthIndex, priceBooks, toMinor } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import { type ClientBooks, loadBooks } from './load.ts';
import type { LoadedContract } from './load-contracts.ts';
import { timeParts } from './time-parts.ts';

/** What a month of a contract brings in minor units: what stands in it, what was worked and is charged, what is charged once. */
export type MonthUnder = Record<'standing' | 'worked' | 'once', number> & {
  readonly from: string;
  readonly until: string;
};
/** What a block of a contract holds today: seconds or minor units. `until`: when some of what is left lapses next. */
export type BlockUnder = {
  readonly lineId: string;
  readonly name: string;
  readonly kind: 'block_hours' | 'block_money';
  readonly from: string;
  readonly until: string | null;
  readonly granted: number;
  readonly left: number;
  /** How long what is granted is good for, in months; null: for good. */
  readonly keepsMonths: number | null;
};
/** A contract that holds today, with its months up to the one that today is in, and its blocks after all that was worked. */
export type UnderContract = {
  readonly clientId: string;
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly months: readonly MonthUnder[];
  readonly blocks: readonly BlockUnder[];
};
/** Which line takes in what of an entry that is on no invoice, approved or not. */
export type OpenPart = { readonly entry_id: string; readonly line_id: string | null; readonly seconds: number };

type Asked = { readonly today: string; readonly months: number };
type Sum = { contract_id: string; day: string; amount: string };

/** What the contracts of clients bring each month, with all that was worked as if it were billed. Reads only. */
export async function underContracts(
  ctx: Ctx,
  clientIds: readonly string[],
  asked: Asked,
): Promise<{ contracts: UnderContract[]; open: OpenPart[] }> {
  const all = await loadBooks(ctx, clientIds, { by: asked.today, lock: false, unapproved: true });
  // Nothing is billed before it was worked, so what is looked at is on younger invoices.
  const since = contractMonth(asked.today, -asked.months).from;
  const known = {
    worked: await workedOf(ctx, clientIds, since),
    once: await onceOf(ctx, clientIds),
    credited: await creditedOf(ctx, clientIds),
  };
  const contracts: UnderContract[] = [];
  const open: OpenPart[] = [];
  for (const books of all) {
    const { time } = priceBooks(books.books);
    open.push(...timeParts(time));
    const left = new Map(time.grants.map((grant) => [grant.id, grant.left]));
    for (const contract of books.contracts) {
      const standing = contract.standing(minorDigits(contract.currency));
      if (standing.ends !== null && standing.ends <= asked.today) continue;
      const worked = [
        ...known.worked.filter(({ contract_id }) => contract_id === contract.id),
        ...openWork(books, contract, time),
      ];
      const once = known.once.filter(({ contract_id }) => contract_id === contract.id);
      const credited = known.credited.filter(({ contract_id }) => contract_id === contract.id);
      contracts.push({
        ...{ clientId: contract.clientId, id: contract.id, name: contract.name, currency: contract.currency },
        months: monthsOf(contract, asked, { worked, once, credited }),
        blocks: blocksOf(contract, left, asked.today),
      });
    }
  }
  return { contracts, open };
}

type Known = { worked: readonly Sum[]; once: readonly Once[]; credited: readonly Credited[] };

function monthsOf(contract: LoadedContract, { today, months }: Asked, { worked, once, credited }: Known): MonthUnder[] {
  const digits = minorDigits(contract.currency);
  const standing = contract.standing(digits);
  const last = monthIndex(standing.begins, today);
  const first = Math.max(0, monthIndex(standing.begins, standing.billsFrom), last - months + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => {
    const span = contractMonth(standing.begins, first + nth);
    const within = ({ day }: { day: string }) => span.from <= day && day < span.until;
    const costs = standing.lines.reduce((sum, line) => sum + monthCost(standing, line, span, digits).amount, 0);
    const given = credited
      .filter(({ month }) => month === first + nth)
      .reduce((sum, { amount }) => sum + Number(amount), 0);
    return {
      ...span,
      standing: costs + given,
      worked: worked.filter(within).reduce((sum, { amount }) => sum + Number(amount), 0),
      once: once
        .filter(within)
        .reduce(
          (sum, { billed, worth }) => sum + (billed === null ? toMinor(exact(worth), digits) : Number(billed)),
          0,
        ),
    };
  });
}

/** What is charged under a contract for work that is on no invoice yet. */
function openWork(
  { entries }: ClientBooks,
  { id }: LoadedContract,
  { charges }: ReturnType<typeof priceBooks>['time'],
): Sum[] {
  const days = new Map(entries.map((entry) => [entry.id, entry.day]));
  return charges
    .filter(({ contractId }) => contractId === id)
    .flatMap(({ pieces }) =>
      pieces.map(({ entryId, amount }) => ({ contract_id: id, day: days.get(entryId) ?? '', amount: String(amount) })),
    );
}

function blocksOf({ grants, lines }: LoadedContract, left: ReadonlyMap<string, number>, today: string): BlockUnder[] {
  return lines.flatMap(({ id: lineId, name, kind, keepsMonths }): BlockUnder[] => {
    if (kind !== 'block_hours' && kind !== 'block_money') return [];
    const usable = grants
      .filter(
        (grant) => grant.lineId === lineId && grant.from <= today && (grant.until === null || today < grant.until),
      )
      .map((grant) => ({ ...grant, left: left.get(grant.id) ?? grant.left }));
    const newest = usable.toSorted((a, b) => b.from.localeCompare(a.from))[0];
    if (!newest) return [];
    const sum = (of: (grant: (typeof usable)[number]) => number) => usable.reduce((all, grant) => all + of(grant), 0);
    const ends = usable.flatMap(({ until, left: some }) => (until !== null && some > 0 ? [until] : [])).toSorted();
    return [
      {
        ...{ lineId, name, kind, keepsMonths, from: newest.from, until: ends[0] ?? null },
        ...{ granted: sum(({ granted }) => granted), left: sum((grant) => grant.left) },
      },
    ];
  });
}

/** What was charged for work under each contract, less credits, by the day of the work. */
async function workedOf(ctx: Ctx, clientIds: readonly string[], since: string): Promise<Sum[]> {
  const { rows } = await sql<Sum>`
    select l.contract_id, e ->> 'day' as day, sum((e ->> 'amount')::bigint * case when l.credits_line_id is null then 1 else -1 end)::text as amount
    from invoices i join invoice_lines l on l.client_id = i.client_id and l.invoice_id = i.id
    cross join lateral jsonb_array_elements(l.why -> 'entries') e
    where i.created_at >= ${since}::date and l.client_id = any (${clientIds}::uuid[]) and l.contract_id is not null and l.month is null and l.charge_id is null
    group by 1, 2`.execute(ctx.tx);
  return rows;
}

type Once = { contract_id: string; day: string; billed: string | null; worth: string };

/** What is charged once under each contract by its day: what was billed of it less credits, or what it will be. */
async function onceOf(ctx: Ctx, clientIds: readonly string[]): Promise<Once[]> {
  const { rows } = await sql<Once>`
    select h.contract_id, h.due as day, (h.quantity * h.price)::text as worth,
      case when exists (select from charges_billed b where b.client_id = h.client_id and b.charge_id = h.id)
        then (select sum(l.amount)::text from invoice_lines l where l.client_id = h.client_id and l.charge_id = h.id) end as billed
    from charges h where h.client_id = any (${clientIds}::uuid[]) and h.contract_id is not null`.execute(ctx.tx);
  return rows;
}

type Credited = { contract_id: string; month: number; amount: string };

/** What of the months of contracts was given back for good. */
async function creditedOf(ctx: Ctx, clientIds: readonly string[]): Promise<Credited[]> {
  const { rows } = await sql<Credited>`
    select l.contract_id, l.month, sum(l.amount)::text as amount from invoice_lines l
    where l.client_id = any (${clientIds}::uuid[]) and l.contract_id is not null and l.month is not null
      and l.credits_line_id is not null and not l.again
    group by 1, 2`.execute(ctx.tx);
  return rows;
}
