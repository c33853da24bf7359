import { sql } from 'kysely';
import { dayAfter } from '#kernel/day.ts';
import { Fault, type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { Changes } from '#platform/events/index.ts';
import { createRecord, deleteRecord, lockRecord, updateRecord } from '#platform/record/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { CURRENCY, currencyFaults, refuseUnknownClient } from '#server/business/contract/index.ts';
import type { CreateQuote, SaveQuote } from '#shared/quote.ts';
import type { QuoteState } from '#shared/quote-words.ts';
import { keepLines } from './lines.ts';
import { nextQuoteNumber } from './numbers.ts';

/** Unless said otherwise, a quote can be accepted for so many days. */
const VALID_DAYS = 30;

export type QuoteRecord = {
  client_id: string;
  id: string;
  number: number;
  revision: number;
  state: Exclude<QuoteState, 'expired'>;
  title: string;
  contact_id: string | null;
  currency: string;
  introduction: string;
  terms: string;
  valid_until: string;
  contract_id: string | null;
  created_by: string | null;
  version: number;
};

/** Whose a quote is; `not_found` where the reader sees none of that id. */
export async function clientOfQuote(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ client_id: string }>`select client_id from quotes where id = ${id}`.execute(ctx.tx);
  const [row] = rows;
  if (!row) throw notFound('quote');
  return row.client_id;
}

/** The quote, locked; `conflict` where the writer saw an older version. */
export async function lockQuote(ctx: Ctx, id: string, version?: number): Promise<QuoteRecord> {
  const clientId = await clientOfQuote(ctx, id);
  return (await lockRecord(ctx, 'quotes', 'quote', id, version, clientId)) as unknown as QuoteRecord;
}

/** The day that it is where a client is. */
export async function todayOf(ctx: Ctx, clientId: string): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select (${ctx.now}::timestamptz at time zone time_zone)::date as day from clients where id = ${clientId}`.execute(
    ctx.tx,
  );
  return rows[0]?.day ?? ctx.now.slice(0, 10);
}

/** Drafts a quote, in the client's currency unless another is given. Returns its id. `invalid` by field. */
export async function createQuote(ctx: Ctx, { clientId, lines = [], ...input }: CreateQuote): Promise<string> {
  await refuseUnknownClient(ctx, clientId);
  const currency = input.currency ?? (await resolveSetting(ctx, CURRENCY, clientId)).value.currency;
  const validUntil = input.validUntil ?? dayAfter(await todayOf(ctx, clientId), VALID_DAYS);
  await refuse(ctx, clientId, { ...input, currency });
  const fields = {
    ...{ introduction: '', terms: '', contactId: null, ...input, title: input.title.trim(), currency, validUntil },
    ...{ number: await nextQuoteNumber(ctx), revision: 1, state: 'draft', createdBy: actingStaff(ctx) },
  };
  const id = await createRecord(ctx, 'quotes', 'quote', fields, clientId, { lines: lines.length });
  await keepLines(ctx, { clientId, quoteId: id }, lines);
  return id;
}

/** Changes a draft; with lines, all of them. What was sent is not changed: `conflict` says what to do instead. */
export async function saveQuote(ctx: Ctx, id: string, { lines, ...input }: SaveQuote): Promise<void> {
  const before = await lockQuote(ctx, id, input.version);
  const { client_id: clientId } = before;
  refuseSent(before);
  await refuse(ctx, clientId, input);
  const fields = { ...input, ...(input.title === undefined ? {} : { title: input.title.trim() }) };
  if (!lines) return void (await updateRecord(ctx, 'quotes', 'quote', id, fields, clientId));
  const { rows } = await sql<{ number: number }>`
    select count(*)::int as number from quote_lines where client_id = ${clientId} and quote_id = ${id}`.execute(ctx.tx);
  const beside: Changes = { lines: [rows[0]?.number ?? 0, lines.length] };
  await updateRecord(ctx, 'quotes', 'quote', id, fields, clientId, beside);
  await keepLines(ctx, { clientId, quoteId: id }, lines);
}

/** Throws a draft away. */
export async function removeQuote(ctx: Ctx, id: string): Promise<void> {
  const before = await lockQuote(ctx, id);
  refuseSent(before);
  await deleteRecord(ctx, 'quotes', 'quote', id, before.client_id);
}

function refuseSent({ state }: QuoteRecord): void {
  if (state !== 'draft')
    throw new Fault(
      'conflict',
      'A quote that was sent is not changed. Begin a new revision: it takes its place once it is sent.',
    );
}

async function refuse(
  ctx: Ctx,
  clientId: string,
  { currency, contactId }: { currency?: string | undefined; contactId?: string | null | undefined },
): Promise<void> {
  const faults: FieldError[] = currency === undefined ? [] : currencyFaults(currency);
  if (contactId) {
    const { rows } = await sql`
      select from contacts where client_id = ${clientId} and id = ${contactId} and active`.execute(ctx.tx);
    if (rows.length === 0) faults.push({ path: 'contactId', message: 'is not somebody of this client' });
  }
  if (faults.length > 0) throw invalid(faults);
}
