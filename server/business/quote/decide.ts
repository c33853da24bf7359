import { sql } from 'kysely';
import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { takenOf, undecidedGroups } from '#kernel/quote.ts';
import type { Ctx } from '#platform/context/index.ts';
import { sign } from '#server/business/signature/index.ts';
import { notifyOfQuote } from '#server/desk/notification/index.ts';
import type { AcceptQuote, QuoteDetail } from '#shared/quote.ts';
import { contentOf, sumsTaken } from './content.ts';
import { makeOf } from './make.ts';
import { ownQuote } from './portal.ts';
import { lockQuote, type QuoteRecord } from './quotes.ts';
import { tellQuote } from './send.ts';

/**
 * The caller accepts a quote for their company by signing it, with the options they chose. What follows is made at once: a contract draft, an
 * order, charges. Of two at the same moment one wins, and the other is told so. `conflict` says why it cannot be accepted any more.
 */
export async function acceptQuote(
  ctx: Ctx,
  id: string,
  { name, consent, lineIds }: AcceptQuote,
  address: string,
): Promise<void> {
  const [record, quote] = await open(ctx, id);
  const chosen = new Set(lineIds);
  refuseChoice(quote, chosen);
  const taken = takenOf(quote.lines, chosen);
  await sign(ctx, { quoteId: id, content: contentOf(quote, taken) }, { name, consent, address });
  const ids = taken.map((line) => line.id);
  await sql`
    update quote_lines set taken = id = any (${ids}::uuid[]) where client_id = ${record.client_id} and quote_id = ${id}`.execute(
    ctx.tx,
  );
  await decided(ctx, record, 'accepted');
  const made = await makeOf(ctx, record, taken);
  await tellQuote(ctx, record, 'accepted', { ...sumsTaken(quote, taken), currency: quote.currency, ...made });
  await tell(ctx, record, `${quote.number} was accepted and signed by ${ctx.actor.name}: ${quote.title}`);
}

/** The caller declines a quote for their company, and says why. */
export async function declineQuote(ctx: Ctx, id: string, reason: string): Promise<void> {
  const [record, quote] = await open(ctx, id);
  if (reason.trim().length < 3) throw invalid([{ path: 'reason', message: 'must have at least 3 characters' }]);
  await decided(ctx, record, 'declined', reason.trim());
  await tellQuote(ctx, record, 'declined', { reason: reason.trim() });
  await tell(ctx, record, `${quote.number} was declined by ${ctx.actor.name}: ${quote.title}`);
}

const CLOSED = {
  accepted: 'This quote was accepted already.',
  declined: 'This quote was declined. Ask for a new one.',
  expired: 'This quote has expired. Ask for a new one.',
  withdrawn: 'This quote was withdrawn.',
  superseded: 'A newer version of this quote was sent. Look at that one.',
} as const;

/** The quote, locked and still open. */
async function open(ctx: Ctx, id: string): Promise<[QuoteRecord, QuoteDetail]> {
  await ownQuote(ctx, id);
  const record = await lockQuote(ctx, id);
  const quote = await ownQuote(ctx, id);
  if (quote.state !== 'sent' && quote.state !== 'draft') throw new Fault('conflict', CLOSED[quote.state]);
  return [record, quote];
}

function refuseChoice({ lines }: QuoteDetail, chosen: ReadonlySet<string>): void {
  const faults: FieldError[] = [...chosen]
    .filter((id) => !lines.some((line) => line.id === id && line.choice !== 'fixed'))
    .map(() => ({ path: 'lineIds', message: 'must be lines of this quote that may be chosen' }));
  faults.push(
    ...undecidedGroups(lines, chosen).map(() => ({
      path: 'lineIds',
      message: 'must hold exactly one line of each group',
    })),
  );
  const [first] = faults;
  if (first) throw invalid([first]);
  if (takenOf(lines, chosen).length === 0)
    throw invalid([{ path: 'lineIds', message: 'must hold at least one: there is nothing else in this quote' }]);
}

async function decided(ctx: Ctx, { client_id, id }: QuoteRecord, state: string, reason = ''): Promise<void> {
  await sql`
    update quotes set state = ${state}, decided_at = ${ctx.now}, decline_reason = ${reason}, version = version + 1, updated_at = ${ctx.now}
    where client_id = ${client_id} and id = ${id}`.execute(ctx.tx);
}

/** Who wrote or sent it hears of it. */
async function tell(ctx: Ctx, { client_id, id, created_by }: QuoteRecord, text: string): Promise<void> {
  if (created_by) await notifyOfQuote(ctx, { client_id, id }, [created_by], text);
}
