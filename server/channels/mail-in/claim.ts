import type { Ctx } from '#platform/context/index.ts';

/** How long one try may take; whoever is silent for longer is taken for dead, and another tries. */
const CLAIM_MS = 5 * 60_000;
/** A mail that broke the reader so often is set aside, so that it holds up no other. */
export const MOST_TRIES = 3;

const CLAIM = `
update incoming_mails set attempts = attempts + 1, next_at = $2 where id = (
  select id from incoming_mails where state = 'new' and next_at <= $1 order by next_at, id limit 1 for update skip locked)
returning id, mailbox_id, via, sha256, size, envelope_from, envelope_to, received_at, attempts`;

/** A mail that is ours to work on. `attempts` counts this try. */
export type ClaimedMail = {
  id: string;
  mailbox_id: string | null;
  via: 'smtp' | 'imap' | 'graph' | 'upload';
  sha256: string;
  size: number;
  envelope_from: string | null;
  envelope_to: string[];
  received_at: string;
  attempts: number;
};

/** A claim need not outlive the database: lost, it is made again. So nobody waits until it is on disk. */
const UNHURRIED = `select set_config('synchronous_commit', 'off', true)`;

/** Claims the mail that has waited longest; null where none is due. In a transaction of its own. */
export async function claimIncoming(ctx: Ctx): Promise<ClaimedMail | null> {
  const until = new Date(Date.parse(ctx.now) + CLAIM_MS).toISOString();
  const [, [row]] = await Promise.all([
    ctx.hot('claim_unhurried', UNHURRIED, []),
    ctx.hot<ClaimedMail>('claim_incoming', CLAIM, [ctx.now, until]),
  ]);
  return row ?? null;
}

/** Locks a claimed mail for its end; false where another has taken it over or ended it. */
export async function stillMine(ctx: Ctx, mail: ClaimedMail): Promise<boolean> {
  const rows = await ctx.hot(
    'incoming_still_mine',
    `select 1 from incoming_mails where id = $1 and state = 'new' and attempts = $2 for update`,
    [mail.id, mail.attempts],
  );
  return rows.length > 0;
}
