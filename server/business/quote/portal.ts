import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { companyOf } from '#server/business/billing/index.ts';
import type { PortalQuoteRow, PortalQuoteView, QuoteDetail, QuoteQuery, QuoteRow } from '#shared/quote.ts';
import { listQuotes, viewQuote } from './read.ts';

type Sums = QuoteRow['once'];
const sums = ({ net, tax, total }: Sums) => ({ net, tax, total });

/** Quotes that the caller's company was sent, the newest first. */
export async function ownQuotes(ctx: Ctx, query: Pick<QuoteQuery, 'limit' | 'cursor'>) {
  const page = await listQuotes(ctx, { ...query, clientId: companyOf(ctx), forClient: true });
  return { ...page, items: page.items.map(rowFor) };
}

function rowFor({ client: _, contact: __, by: ___, updatedAt: ____, once, monthly, ...row }: QuoteRow): PortalQuoteRow {
  return { ...row, once: sums(once), monthly: sums(monthly) };
}

/** A quote that the caller's company was sent; `not_found` for a draft and for any other. */
export async function ownQuote(ctx: Ctx, id: string): Promise<QuoteDetail> {
  companyOf(ctx);
  const quote = await viewQuote(ctx, id);
  if (quote.state === 'draft') throw notFound('quote');
  return quote;
}

/** What its reader at the company is told of it: what things cost the provider, and who wrote what, stay there. */
export function toldOf({ lines, signature, ...quote }: QuoteDetail): PortalQuoteView {
  const { introduction, terms, declineReason, seller, buyer } = quote;
  const { id, number, revision, title, currency, state, validUntil, sentAt, decidedAt, once, monthly } = quote;
  return {
    ...{ id, number, revision, title, currency, state, validUntil, sentAt, decidedAt },
    ...{ once: sums(once), monthly: sums(monthly), introduction, terms, declineReason, seller, buyer },
    lines: lines.map(({ cost: _, supplier: __, productId: ___, taxRate: ____, costs: _____, ...line }) => line),
    signature: signature && { name: signature.name, signedAt: signature.signedAt, sha256: signature.sha256 },
  };
}
