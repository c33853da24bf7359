import type { Ctx } from '#platform/context/index.ts';
import type { Claimed } from './claim.ts';
import type { Failure } from './failure.ts';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 4 * 60 * MINUTE_MS;
/** While the server refuses everybody it is asked again at least this often. */
const LONGEST_PEACE_MS = 15 * MINUTE_MS;

/** How long to wait after so many failures: 1, 2, 4 … minutes. */
const pauseAfter = (failures: number, longest: number) =>
  Math.min(MINUTE_MS * 2 ** Math.min(failures - 1, 20), longest);

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();

/** The row, if the claim still holds: another may have taken it over from somebody slow. */
const claimed = (ctx: Ctx, { client_id, id, attempts }: Claimed) =>
  ctx.tx
    .updateTable('outgoing_mails')
    .where('client_id', '=', client_id)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts);

/** The server took it; whatever trouble there was is over. */
export async function noteSent(ctx: Ctx, mail: Claimed): Promise<void> {
  await claimed(ctx, mail).set({ state: 'sent', sent_at: ctx.now, last_error: '', sealed_link: null }).execute();
  await noteWell(ctx);
}

/** The server answers again. */
export async function noteWell(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('mail_server')
    .set({ failures: 0, last_error: '', last_error_at: null, retry_at: null })
    .where('last_error_at', 'is not', null)
    .execute();
}

/** It was not taken: it is tried again later, or given up where that would not help or has been tried for long enough. */
export async function noteFailed(ctx: Ctx, mail: Claimed, failure: Failure): Promise<void> {
  const next = later(ctx.now, Math.max(pauseAfter(mail.attempts, LONGEST_PAUSE_MS), failure.peaceMs));
  const over = failure.lasting || next > mail.give_up_at;
  await claimed(ctx, mail)
    .set({ state: over ? 'given_up' : 'failed', next_at: next, last_error: failure.text })
    .execute();
  if (failure.everybody) await noteTrouble(ctx, failure);
}

async function noteTrouble(ctx: Ctx, failure: Failure): Promise<void> {
  const server = await ctx.tx.selectFrom('mail_server').select('failures').forUpdate().executeTakeFirst();
  const failures = (server?.failures ?? 0) + 1;
  await ctx.tx
    .updateTable('mail_server')
    .set({
      failures,
      last_error: failure.text,
      last_error_at: ctx.now,
      retry_at: later(ctx.now, Math.max(pauseAfter(failures, LONGEST_PEACE_MS), failure.peaceMs)),
    })
    .execute();
}
