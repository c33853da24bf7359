import { type RawBuilder, sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { chosenAtFirst, type OfferedLine, priceOffer, sumOffers, takenOf } from '#kernel/quote.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { partiesOf } from '#server/business/billing/index.ts';
import { TAX } from '#server/business/contract/index.ts';
import { mailedOf, signatureOf } from '#server/business/signature/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { QuoteDetail, QuoteLineView, QuoteQuery, QuoteRow } from '#shared/quote.ts';
import { quoteNumber } from '#shared/quote-words.ts';
import { clientOfQuote } from './quotes.ts';

type Tax = { name: string; percent: string };
type StoredLine = Omit<QuoteLineView, 'unitPrice' | 'amount' | 'tax' | 'costs' | 'taxName' | 'taxPercent'> & {
  taxName: string | null;
  taxPercent: string | null;
  taxRatePercent: string | null;
};
type Row = Omit<QuoteRow, 'number' | 'once' | 'monthly'> & { number: number; lines: StoredLine[] };

/** Where a quote stands as of now: once its last day is over where the client is, it has expired. */
export const standingOf = (now: string): RawBuilder<string> => sql<string>`
  case when q.state = 'sent' and q.valid_until < (${now}::timestamptz at time zone c.time_zone)::date then 'expired' else q.state end`;

const LINES = sql`coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'productId', l.product_id, 'name', l.name, 'description', l.description,
    'kind', l.kind, 'billed', l.billed, 'unit', l.unit, 'quantity', trim_scale(l.quantity)::text, 'price', trim_scale(l.price)::text,
    'discount', trim_scale(l.discount)::text, 'cost', trim_scale(l.cost)::text, 'supplier', l.supplier, 'choice', l.choice,
    'group', l.choice_group, 'chosen', l.chosen, 'taken', l.taken, 'taxName', l.tax_name, 'taxPercent', trim_scale(l.tax_percent)::text,
    'taxRatePercent', trim_scale(x.percent)::text,
    'taxRate', case when x.id is not null then jsonb_build_object('id', x.id, 'name', x.name) end) order by l.position)
  from quote_lines l left join tax_rates x on x.id = l.tax_rate_id
  where l.client_id = q.client_id and l.quote_id = q.id), '[]')`;

const row = (now: string) => sql`
  q.id, q.number, q.revision, q.title, q.currency, ${standingOf(now)} as state, q.valid_until as "validUntil", q.sent_at as "sentAt",
  q.decided_at as "decidedAt", q.updated_at as "updatedAt", jsonb_build_object('id', c.id, 'name', c.name) as client,
  case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as contact, s.name as by, ${LINES} as lines`;
const FROM = sql`quotes q join clients c on c.id = q.client_id
  left join contacts k on k.client_id = q.client_id and k.id = q.contact_id left join staff s on s.id = q.created_by`;

/** What stands for itself in a pattern. */
const plain = (text: string): string => text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);

type Asked = QuoteQuery & { readonly forClient?: boolean };

/** Quotes, the newest first; those that a later revision took the place of only where they are asked for. `forClient`: no drafts. */
export async function listQuotes(ctx: Ctx, { clientId, state, q = '', limit = 50, cursor, forClient = false }: Asked) {
  const [number = null, revision = null] = decodeCursor(cursor, ['number', 'number']) ?? [];
  const words = plain(q.trim());
  const digits = words.replace(/^q-?0*/i, '');
  const { rows } = await sql<Row>`
    select ${row(ctx.now)} from ${FROM}
    where (${clientId ?? null}::uuid is null or q.client_id = ${clientId ?? null}::uuid) and (not ${forClient}::boolean or q.state <> 'draft')
      and (${state ?? null}::text is null and q.state <> 'superseded' or ${standingOf(ctx.now)} = ${state ?? null})
      and (q.title ilike ${`%${words}%`} or q.number::text = ${digits})
      and (${number}::int is null or (q.number, q.revision) < (${number}::int, ${revision}::int))
    order by q.number desc, q.revision desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (one) => [one.number, one.revision]);
  const items: QuoteRow[] = [];
  for (const one of page.items) {
    const { lines, ...rest } = one;
    const priced = await pricedLines(ctx, one);
    items.push({ ...rest, number: quoteNumber(one.number), ...sumsOf(one, priced) });
  }
  return { ...page, items };
}

type Stored = Row &
  Omit<QuoteDetail, keyof QuoteRow | 'lines' | 'signature' | 'made' | 'mailed' | 'revisions' | 'seller' | 'buyer'> & {
    seller: QuoteDetail['seller'] | null;
    buyer: QuoteDetail['buyer'] | null;
  };

/** A quote with all that staff see of it. Until it is sent, taxes and parties are as they are now. */
export async function viewQuote(ctx: Ctx, id: string): Promise<QuoteDetail> {
  const clientId = await clientOfQuote(ctx, id);
  const { rows } = await sql<Stored>`
    select ${row(ctx.now)}, q.introduction, q.terms, q.decline_reason as "declineReason", q.seller, q.buyer, q.version
    from ${FROM} where q.client_id = ${clientId} and q.id = ${id}`.execute(ctx.tx);
  const [found] = rows;
  if (!found) throw notFound('quote');
  const lines = await pricedLines(ctx, found);
  const now = await partiesOf(ctx, found.client);
  return {
    ...found,
    ...{ number: quoteNumber(found.number), lines, ...sumsOf(found, lines) },
    ...{ seller: found.seller ?? now.seller, buyer: found.buyer ?? now.buyer },
    ...{ revisions: await revisionsOf(ctx, clientId, found.number), made: await madeOf(ctx, clientId, id) },
    signature: await signatureOf(ctx, clientId, { quoteId: id }),
    mailed: await mailedOf(ctx, 'quote', { clientId, id }),
  };
}

async function revisionsOf(ctx: Ctx, clientId: string, number: number): Promise<QuoteDetail['revisions']> {
  const { rows } = await sql<QuoteDetail['revisions'][number]>`
    select q.id, q.revision, ${standingOf(ctx.now)} as state from quotes q join clients c on c.id = q.client_id
    where q.client_id = ${clientId} and q.number = ${number} order by q.revision desc`.execute(ctx.tx);
  return rows;
}

async function madeOf(ctx: Ctx, clientId: string, id: string): Promise<QuoteDetail['made']> {
  const { rows } = await sql<QuoteDetail['made']>`
    select case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name) end as contract,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as project,
      (select jsonb_build_object('id', o.id, 'lines', (select count(*)::int from order_lines l where l.client_id = o.client_id and l.order_id = o.id))
        from orders o where o.client_id = q.client_id and o.quote_id = q.id) as order,
      (select count(*)::int from quote_charges g join quote_lines l on l.client_id = g.client_id and l.id = g.quote_line_id
        where g.client_id = q.client_id and l.quote_id = q.id) as charges
    from quotes q left join contracts k on k.client_id = q.client_id and k.id = q.contract_id
    left join projects p on p.client_id = q.client_id and p.id = q.project_id
    where q.client_id = ${clientId} and q.id = ${id}`.execute(ctx.tx);
  return rows[0] ?? { contract: null, project: null, order: null, charges: 0 };
}

const offered = ({ quantity, price, discount, cost, billed }: StoredLine, { percent }: Tax): OfferedLine => ({
  ...{ quantity, price, discount, cost, billed, taxPercent: percent },
});

/** The lines with what each comes to. What was sent keeps its tax; a draft has that of its line, else the client's. */
async function pricedLines(ctx: Ctx, { lines, currency, client }: Row): Promise<QuoteLineView[]> {
  const usual = lines.some(({ taxName, taxRate }) => taxName === null && !taxRate)
    ? await usualTax(ctx, client.id)
    : null;
  return lines.map(({ taxName, taxPercent, taxRatePercent, ...line }) => {
    const tax: Tax =
      taxName !== null && taxPercent !== null
        ? { name: taxName, percent: taxPercent }
        : line.taxRate && taxRatePercent !== null
          ? { name: line.taxRate.name, percent: taxRatePercent }
          : (usual ?? { name: '', percent: '0' });
    const { cost, ...priced } = priceOffer(
      offered({ ...line, taxName, taxPercent, taxRatePercent }, tax),
      minorDigits(currency),
    );
    return { ...line, ...priced, costs: cost, taxName: tax.name, taxPercent: tax.percent };
  });
}

async function usualTax(ctx: Ctx, clientId: string): Promise<Tax | null> {
  const { value } = await resolveSetting(ctx, TAX, clientId);
  if (value.taxRateId === null) return null;
  const { rows } = await sql<Tax>`
    select name, trim_scale(percent)::text as percent from tax_rates where id = ${value.taxRateId}`.execute(ctx.tx);
  return rows[0] ?? null;
}

/** What it comes to: what was taken, once that is decided; until then with what is chosen at first. */
function sumsOf({ state, currency }: Pick<Row, 'state' | 'currency'>, lines: readonly QuoteLineView[]) {
  const taken =
    state === 'accepted' ? lines.filter((line) => line.taken === true) : takenOf(lines, chosenAtFirst(lines));
  const digits = minorDigits(currency);
  return { once: sumOffers(taken, 'once', digits), monthly: sumOffers(taken, 'monthly', digits) };
}
