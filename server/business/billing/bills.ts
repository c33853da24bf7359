import { sql } from 'kysely';
import { type Priced, priceBooks } from '#kernel/billing.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { numberWords, SELLER } from '#server/business/contract/index.ts';
import { openVariances } from '#server/business/count/index.ts';
import { waitingExpenses } from '#server/business/expense/index.ts';
import type { Bill, BillLine, BillRow, PreviewQuery } from '#shared/billing.ts';
import { changesSince } from './changes-since.ts';
import { judge } from './judge.ts';
import { type Last, lastInvoices } from './last.ts';
import { type ClientBooks, loadBooks } from './load.ts';
import { wordsOf } from './words.ts';

type Client = { readonly id: string; readonly name: string };
/** A client's bill in one currency as it would be now. */
export type Worked = {
  readonly client: Client;
  readonly books: ClientBooks;
  readonly priced: Priced;
  readonly row: BillRow;
};

/** Works out what clients owe by a day, as one bill for each currency. `runId`: the run that it is for. Reads only. */
export async function workOut(
  ctx: Ctx,
  clients: readonly Client[],
  { by, runId, lock = false }: { by: string; runId: string | null; lock?: boolean },
): Promise<Worked[]> {
  const ids = clients.map(({ id }) => id);
  const isOver = by < ctx.now.slice(0, 10);
  const last = await lastInvoices(ctx, ids, runId);
  const { value: seller } = await resolveSetting(ctx, SELLER, null);
  const variances = Map.groupBy(await openVariances(ctx, ids, by), (one) => `${one.client.id} ${one.currency}`);
  const spent = Map.groupBy(await waitingExpenses(ctx, ids, by), (one) => `${one.clientId} ${one.currency}`);
  const called = new Map(clients.map((client) => [client.id, client]));
  return (await loadBooks(ctx, ids, { by, lock })).map((books) => {
    const priced = priceBooks(books.books);
    const client = called.get(books.clientId) ?? { id: books.clientId, name: '' };
    const before = last.find((one) => one.clientId === client.id && one.currency === books.currency) ?? null;
    const undecided = variances.get(`${client.id} ${books.currency}`) ?? [];
    const judged = judge(books, priced, {
      ...{ now: ctx.now, isOver, last: before, seller: seller.legalName, variances: undecided },
      spent: spent.get(`${client.id} ${books.currency}`)?.[0] ?? null,
    });
    return {
      client,
      books,
      priced,
      row: rowOf(
        { client, books, priced },
        { before, isOver, judged, prefix: seller.numberPrefix, undecided: undecided.length },
      ),
    };
  });
}

type Beside = {
  before: Last | null;
  isOver: boolean;
  judged: Pick<BillRow, 'state' | 'reasons' | 'unapproved'>;
  prefix: string;
  undecided: number;
};

function rowOf(
  { client, books, priced }: Omit<Worked, 'row'>,
  { before, isOver, judged, prefix, undecided }: Beside,
): BillRow {
  const { net, tax, total, lines } = priced;
  return {
    ...{ client, currency: books.currency, ...judged, net, tax, total, lines: lines.length, invoice: null, undecided },
    before: before && { number: numberWords(prefix, before.number), net: before.net },
    causes: changesSince(books, priced, { last: before, isOver }).causes,
  };
}

/** What a client would be billed by any day, with what each line comes of; `not_found` where the reader does not see the client. */
export const previewBills = async (ctx: Ctx, query: PreviewQuery): Promise<Bill[]> =>
  (await previewed(ctx, query)).map((worked) => billOf(worked, query.by));

/** What every block of a client holds with the work done by any day off it, in its currency; `not_found` as above. */
export const previewBlocks = async (ctx: Ctx, query: PreviewQuery) =>
  (await previewed(ctx, query)).flatMap((worked) =>
    blocksOf(worked).map(({ drawn: _, ...block }) => ({ ...block, currency: worked.books.currency })),
  );

async function previewed(ctx: Ctx, { clientId, by }: PreviewQuery): Promise<Worked[]> {
  const { rows } = await sql<Client>`select id, name from clients where id = ${clientId} and kind = 'client'`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw notFound('client');
  refuseFarAhead(ctx, by);
  return workOut(ctx, rows, { by, runId: null });
}

/** A bill with its lines in words. Of blocks it tells those that it takes something off, and those that still hold something on its day. */
function billOf(worked: Worked, by: string): Bill {
  const { books, priced, row } = worked;
  const nameOf = naming(books);
  const sums = new Map<string, number>();
  for (const { lineId, seconds } of priced.time.covered) sums.set(lineId, (sums.get(lineId) ?? 0) + seconds);
  return {
    ...row,
    lines: linesOf(books, priced),
    covered: [...sums].map(([id, seconds]) => ({ line: nameOf(id), seconds })),
    blocks: blocksOf(worked).flatMap(({ drawn, ...block }) =>
      drawn > 0 || (block.left > 0 && (block.until === null || block.until > by)) ? [block] : [],
    ),
  };
}

const naming = ({ contracts }: ClientBooks) => {
  const lines = new Map(contracts.flatMap((contract) => contract.lines.map((line) => [line.id, line.name])));
  return (id: string) => lines.get(id) ?? '';
};

/** Every block, as it was granted, with what is left of it and how much of that the bill takes off. */
function blocksOf({ books, priced }: Pick<Worked, 'books' | 'priced'>): (Bill['blocks'][number] & { drawn: number })[] {
  const nameOf = naming(books);
  const kinds = new Map(books.contracts.flatMap(({ lines }) => lines.map(({ id, kind }) => [id, kind])));
  const before = new Map(books.contracts.flatMap(({ grants }) => grants.map((one) => [one.id, one])));
  return priced.time.grants.flatMap(({ id, lineId, from, until, left }) => {
    const kind = kinds.get(lineId);
    if (kind !== 'block_hours' && kind !== 'block_money') return [];
    const { granted = left, left: had = left } = before.get(id) ?? {};
    return [{ line: nameOf(lineId), kind, from, until, granted, left, drawn: had - left }];
  });
}

function linesOf(books: ClientBooks, { lines, time }: Priced): BillLine[] {
  return lines.map((line) => {
    const { name, unit, why } = wordsOf(books, line, time.covered);
    const { quantity, price, amount, tax } = line;
    const rate = books.taxes.get(tax.id);
    return {
      name,
      unit,
      quantity,
      price,
      amount,
      taxName: rate?.name ?? '',
      taxPercent: tax.percent,
      tax: tax.amount,
      why,
    };
  });
}

const YEARS_AHEAD = 5;

/** `invalid` for a day so far ahead that its months would take a long time to work out and mean little. */
export function refuseFarAhead(ctx: Ctx, by: string): void {
  const last = `${Number(ctx.now.slice(0, 4)) + YEARS_AHEAD}${ctx.now.slice(4, 10)}`;
  if (by > last) throw invalid([{ path: 'by', message: `must be at most ${YEARS_AHEAD} years ahead` }]);
}
