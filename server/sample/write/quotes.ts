import { dayAfter } from '#kernel/day.ts';
import { chosenAtFirst } from '#kernel/quote.ts';
import { type Ctx, inNameOf } from '#platform/context/index.ts';
import { createProduct } from '#server/business/product/index.ts';
import {
  acceptQuote,
  createQuote,
  declineQuote,
  reviseQuote,
  sendQuote,
  viewQuote,
  withdrawQuote,
} from '#server/business/quote/index.ts';
import { pricesFor } from '../world/books.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import {
  ABROAD_RATES,
  DECLINED_BECAUSE,
  PRICE_BOOK,
  QUOTE_TERMS,
  QUOTES,
  type QuoteSpec,
  type SoldSpec,
} from '../world/price-book.ts';
import { as, LOADER } from './identities.ts';
import type { References } from './references.ts';

/** Who writes quotes. */
const SELLER = { kind: 'staff', key: 'ruth' } as const;
/** Where somebody signs from: an address that is nobody’s (RFC 5737). */
const ADDRESS = '203.0.113.24';

export type QuoteWriting = {
  readonly refs: References;
  readonly endsAt: string;
  readonly clients: readonly ClientSpec[];
};

/** The price book, and quotes in every state at several clients. */
export async function writeQuotes(ctx: Ctx, writing: QuoteWriting): Promise<void> {
  const sold = new Map<string, string>();
  const at: Ctx = { ...ctx, ...LOADER, now: writing.endsAt };
  for (const { price, cost, ...product } of PRICE_BOOK)
    sold.set(product.code, await createProduct(at, { ...product, prices: pricesIn({ price, cost }) }));
  for (const spec of QUOTES) {
    const client = writing.clients[spec.client];
    if (client) await writeQuote(ctx, writing, { spec, client, sold });
  }
}

type Amounts = Pick<SoldSpec, 'price' | 'cost'>;

/** A price in whole units of a currency, rounded up to what looks well. */
const inCurrency = (amount: number, currency: string): string =>
  String(currency === 'AUD' ? amount : Math.ceil((amount * (ABROAD_RATES[currency] ?? 1_000)) / 1_000));

const pricesIn = ({ price, cost }: Amounts) =>
  ['AUD', ...Object.keys(ABROAD_RATES)].map((currency) => ({
    ...{ currency, price: inCurrency(price, currency), cost: inCurrency(cost, currency) },
  }));

type Writing = { spec: QuoteSpec; client: ClientSpec; sold: ReadonlyMap<string, string> };

async function writeQuote(ctx: Ctx, { refs, endsAt }: QuoteWriting, { spec, client, sold }: Writing): Promise<void> {
  const clientId = refs.client(client.code);
  const approver = await ctx.tx
    .selectFrom('contacts')
    .select(['id', 'email'])
    .where('client_id', '=', clientId)
    .where('sees', '=', 'all')
    .where('active', '=', true)
    .orderBy('email')
    .executeTakeFirst();
  if (!approver) return;
  const sentOn = dayAfter(endsAt.slice(0, 10), -(spec.sentDaysAgo ?? 1));
  const on = (day: string) => as(ctx, SELLER, `${day}T03:00:00.000Z`, refs);
  const { currency } = pricesFor(client);
  const id = await createQuote(on(sentOn), {
    ...{ clientId, title: spec.title, introduction: spec.introduction, terms: QUOTE_TERMS, currency },
    ...{ contactId: approver.id, validUntil: dayAfter(sentOn, spec.validDays) },
    lines: spec.lines.map(({ code, ...line }) => lineOf(code, sold, currency, line)),
  });
  if (spec.becomes === 'draft') return;
  await sendQuote(on(sentOn), id, { version: 1 });
  const later = dayAfter(sentOn, 3);
  const by = { kind: 'contact', client: client.code, email: approver.email } as const;
  const signer = as(ctx, by, `${later}T04:00:00.000Z`, refs);
  // As a request of theirs comes: the program acts for them, at their company alone.
  const theirs: Ctx = { ...signer, scope: inNameOf({ ...signer, permissions: new Set() }).scope };
  if (spec.becomes === 'declined') await declineQuote(theirs, id, DECLINED_BECAUSE);
  if (spec.becomes === 'accepted') {
    const { lines } = await viewQuote(theirs, id);
    const lineIds = [...chosenAtFirst(lines)];
    await acceptQuote(theirs, id, { name: theirs.actor.name, consent: true, lineIds }, ADDRESS);
  }
  if (spec.becomes === 'withdrawn') await withdrawQuote(on(later), id, 2);
  if (spec.becomes === 'revised') await sendQuote(on(later), await reviseQuote(on(later), id), { version: 1 });
}

type Line = Omit<QuoteSpec['lines'][number], 'code'>;

function lineOf(code: string, sold: ReadonlyMap<string, string>, currency: string, line: Line) {
  const product = PRICE_BOOK.find((one) => one.code === code);
  if (!product) throw new Error(`The price book has no ${code}`);
  const { name, description, kind, billed, unit, supplier, price, cost } = product;
  return {
    ...{ productId: sold.get(code) ?? null, name, description, kind, billed, unit, supplier },
    ...{ price: inCurrency(price, currency), cost: inCurrency(cost, currency), ...line },
    chosen: line.choice !== 'optional',
  };
}
