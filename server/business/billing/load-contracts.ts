import { sql } from 'kysely';
import {
  type ContractBooks,
  contractMonth,
  exact,
  type Grant,
  type Multipliers,
  monthIndex,
  type Stretch,
  type Term,
  termStretches,
  toMinor,
  type Uplift,
} from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { countedName } from '#server/business/contract/index.ts';
import type { CoversShape } from '#shared/contract.ts';
import type { LineKind } from '#shared/contract-words.ts';
import { minorDigits } from '#shared/money-words.ts';

/** By which count a quantity was agreed. */
type Agreed = { readonly name: string; readonly day: string; readonly number: string };
export type LoadedLine = {
  id: string;
  kind: LineKind;
  name: string;
  unit: string;
  from: string;
  until: string | null;
  prorated: boolean;
  covers: CoversShape | null;
  percent: string;
  weighted: boolean;
  keepsMonths: number | null;
  taxRateId: string | null;
  terms: (Term & { counted: Agreed | null })[];
  billed: { month: number; amount: number }[];
};
/** What a block holds of a month: at first, and now. */
type KeptGrant = Grant & { readonly month: number; readonly granted: number };
/** A contract as it stands in the books. */
export type ContractRow = {
  clientId: string;
  id: string;
  name: string;
  currency: string;
  begins: string;
  ends: string | null;
  billsFrom: string;
  everyMonths: number;
  advance: boolean;
  upliftPercent: string | null;
  upliftMonths: number;
  afterHours: string | null;
  holiday: string | null;
  lines: LoadedLine[];
  grants: KeptGrant[];
};

/** A contract that holds or held, with its blocks as they stand. `standing` is what it costs by itself. */
export type LoadedContract = Pick<
  ContractRow,
  'clientId' | 'id' | 'name' | 'currency' | 'begins' | 'upliftPercent' | 'upliftMonths' | 'lines'
> & {
  readonly multipliers: Multipliers | null;
  readonly grants: readonly KeptGrant[];
  standing(digits: number): ContractBooks;
};

/**
 * The past once more, as if nothing were billed: from a day on, by contracts that `reshape` changes or leaves out. `draft`: one that counts
 * although it is a draft or begins later.
 */
export type Replay = {
  readonly since: string;
  readonly draft: string | null;
  reshape(row: ContractRow): ContractRow | null;
};

/** The contracts of clients that began by a day and are no drafts, in the order in which their lines are asked about time. */
export async function loadContracts(
  ctx: Ctx,
  clientIds: readonly string[],
  by: string,
  replay?: Replay,
): Promise<LoadedContract[]> {
  const rows = await readContracts(ctx, clientIds, by, replay?.draft);
  if (!replay) return rows.map((row) => loaded(row, by));
  return rows.flatMap((row) => {
    const again = replay.reshape(afresh(row, replay.since));
    return again ? [loaded(again, by)] : [];
  });
}

/** As if nothing of it were billed before a day, nor since. */
const afresh = (row: ContractRow, since: string): ContractRow => ({
  ...row,
  billsFrom: row.begins < since ? since : row.begins,
  lines: row.lines.map((line) => ({ ...line, billed: [] })),
  grants: [],
});

/** What a client's blocks hold of months that have begun by a day and that nothing is kept of yet. */
export async function grantsOf(ctx: Ctx, clientId: string, by: string) {
  return (await readContracts(ctx, [clientId], by)).flatMap((row) => grantsToCome(row, by));
}

async function readContracts(
  ctx: Ctx,
  clientIds: readonly string[],
  by: string,
  draft: string | null = null,
): Promise<ContractRow[]> {
  const { rows } = await sql<ContractRow>`
    select k.client_id as "clientId", k.id, k.name, k.currency, k.begins, k.ends, k.bills_from as "billsFrom",
      k.every_months as "everyMonths", k.advance, k.uplift_percent as "upliftPercent", k.uplift_months as "upliftMonths",
      k.after_hours as "afterHours", k.holiday,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'unit', l.unit, 'from', l.from_day,
          'until', l.until_day, 'prorated', l.prorated, 'covers', l.covers, 'percent', trim_scale(l.percent)::text,
          'weighted', l.weighted, 'keepsMonths', l.keeps_months, 'taxRateId', l.tax_rate_id, 'terms', ${TERMS}, 'billed', ${BILLED})
          order by l.position, l.id)
        from contract_lines l where l.client_id = k.client_id and l.contract_id = k.id), '[]') as lines,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'lineId', g.line_id, 'month', g.month, 'from', g.from_day,
          'until', g.until_day, 'left', g.remaining, 'granted', g.granted))
        from block_grants g join contract_lines l on l.client_id = g.client_id and l.id = g.line_id
        where l.client_id = k.client_id and l.contract_id = k.id), '[]') as grants
    from contracts k
    where k.client_id = any (${clientIds}::uuid[]) and ((k.state in ('active', 'ended') and k.begins <= ${by}) or k.id = ${draft}::uuid)
    order by k.client_id, k.begins, k.id`.execute(ctx.tx);
  return rows;
}

const AGREED = sql`(select jsonb_build_object('day', s.day, 'number', trim_scale(s.number)::text, 'name', ${countedName(
  sql`s.source`,
  sql`s.key`,
  sql`case when s.source = 'vendor' then s.key::uuid end`,
)}) from count_snapshots s where s.client_id = t.client_id and s.id = t.snapshot_id)`;
const TERMS = sql`coalesce((select jsonb_agg(jsonb_build_object('from', t.from_day, 'quantity', trim_scale(t.quantity)::text,
  'price', trim_scale(t.price)::text, 'agreed', t.agreed_on, 'counted', ${AGREED}) order by t.from_day)
  from contract_terms t where t.client_id = l.client_id and t.line_id = l.id), '[]')`;

/** What was billed of each month, less what was credited to be billed again. */
const BILLED = sql`coalesce((select jsonb_agg(jsonb_build_object('month', b.month, 'amount', b.amount)) from (
  select i.month, sum(i.amount)::bigint as amount from invoice_lines i
  where i.client_id = l.client_id and i.line_id = l.id and i.month is not null and (i.credits_line_id is null or i.again)
  group by i.month) b), '[]')`;

function loaded(row: ContractRow, by: string): LoadedContract {
  const { clientId, id, name, currency, begins, upliftPercent, upliftMonths, lines, afterHours, holiday } = row;
  return {
    ...{ clientId, id, name, currency, begins, upliftPercent, upliftMonths, lines },
    multipliers:
      afterHours === null && holiday === null ? null : { afterHours: afterHours ?? '1', holiday: holiday ?? '1' },
    grants: [...row.grants, ...grantsToCome(row, by)],
    standing: (digits) => ({
      ...row,
      lines: lines
        .filter(({ terms }) => terms.length > 0)
        .map((line) => ({
          id: line.id,
          prorated: line.prorated,
          stretches: stretchesOf(row, line, { by, digits }),
          billed: new Map(line.billed.map(({ month, amount }) => [month, amount])),
        })),
    }),
  };
}

function stretchesOf(row: ContractRow, line: LoadedLine, { by, digits }: { by: string; digits: number }): Stretch[] {
  const uplift: Uplift | null =
    row.upliftPercent === null ? null : { percent: row.upliftPercent, everyMonths: row.upliftMonths };
  return termStretches(line, { begins: row.begins, uplift, digits }, by);
}

const isBlock = ({ kind }: LoadedLine): boolean => kind === 'block_hours' || kind === 'block_money';

/** What blocks hold of months that have begun and are not kept yet, as if they were: in seconds, or in minor units. */
function grantsToCome(row: ContractRow, by: string): KeptGrant[] {
  const kept = new Set(row.grants.map(({ lineId, month }) => `${lineId}:${month}`));
  const coming: KeptGrant[] = [];
  for (const line of row.lines.filter(isBlock))
    for (let month = 0; month <= monthIndex(row.begins, by); month += 1) {
      const span = contractMonth(row.begins, month);
      const term = line.terms.findLast(({ from }) => from < span.until);
      const over = span.until <= row.billsFrom || (row.ends !== null && span.from >= row.ends);
      const out = span.until <= line.from || (line.until !== null && span.from >= line.until);
      if (over || out || term === undefined || kept.has(`${line.id}:${month}`)) continue;
      const until = line.keepsMonths === null ? null : contractMonth(row.begins, month + line.keepsMonths).from;
      const granted = heldBy(line, term, row.currency);
      coming.push({
        id: `${line.id}:${month}`,
        lineId: line.id,
        month,
        from: span.from,
        until,
        ...{ left: granted, granted },
      });
    }
  return coming;
}

/** Hours in seconds; money in minor units. */
function heldBy({ kind }: LoadedLine, { quantity, price }: LoadedLine['terms'][number], currency: string): number {
  if (kind === 'block_hours') return toMinor(exact(quantity).mul(3_600), 0);
  return toMinor(exact(quantity).mul(exact(price)), minorDigits(currency));
}
