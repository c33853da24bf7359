import { sql } from 'kysely';
import { type Services, withContext } from '#platform/context/index.ts';
import { faultOf } from '#server/connectors/core/index.ts';
import { openXero } from './api.ts';
import { tell } from './connect.ts';
import { type Held, LeaseLost, takeBooks } from './held.ts';
import { BOOKKEEPING, rewrapLink } from './link.ts';
import { readChanges } from './read/changes.ts';
import { allocateAll } from './send/allocate.ts';
import { sendAll } from './send/send.ts';

const MINUTE_MS = 60_000;
/** How often it is looked whether something is to be sent or has changed there. */
const USUAL_MS = 5 * MINUTE_MS;
const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/**
 * Keeps the books in step where that is due: sends what was issued, uses credits for what they credit, reads what changed there. Does
 * nothing where nothing is connected. Answers whether it was ours to do; what Xero does wrong is noted and never thrown.
 */
export async function keepBooks(services: Services, signal: AbortSignal): Promise<boolean> {
  const held = await takeBooks(services);
  if (held === null) return false;
  const { api_url: apiUrl, tenant_id: tenantId } = held.link;
  try {
    await held.write(rewrapLink);
    const xero = await openXero(services, { apiUrl, tenantId }, signal);
    await sendAll(held, xero, 'invoice');
    await sendAll(held, xero, 'credit');
    await allocateAll(held, xero);
    await readChanges(held, xero);
    await held.write(({ tx, now }) =>
      sql`
        update accounting_links set failures = 0, fault_kind = null, fault = '', fault_at = null, good_at = ${now}, held_by = null,
          held_until = null, next_at = case when next_at > ${held.began} then next_at else ${after(now, USUAL_MS)}::timestamptz end`.execute(
        tx,
      ),
    );
  } catch (error) {
    if (error instanceof LeaseLost || signal.aborted) await held.leave();
    else await fail(services, held, error);
  }
  return true;
}

const after = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

async function fail(services: Services, { link }: Held, error: unknown): Promise<void> {
  const { kind, text, retryAfterMs } = faultOf(error);
  const about = { err: error };
  if (kind === 'internal') services.log.error(about, 'accounting: the books could not be kept');
  else services.log.info(about, 'accounting: the books could not be kept');
  await withContext(services, BOOKKEEPING, async (ctx) => {
    const pause = retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(link.failures, 6));
    const isOver = kind === 'refused';
    await sql`
      update accounting_links set failures = failures + 1, fault_kind = ${kind}, fault = ${text}, fault_at = ${ctx.now}, held_by = null,
        held_until = null, next_at = ${after(ctx.now, kind === 'forbidden' ? LONGEST_PAUSE_MS : pause)},
        state = case when ${isOver} and state = 'on' then 'refused' else state end, version = version + ${isOver ? 1 : 0}
      where id = ${link.id}`.execute(ctx.tx);
    if (isOver) await tell(ctx, link.id, 'refused', { why: text });
  });
}
