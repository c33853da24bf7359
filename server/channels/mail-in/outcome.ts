import type { Ctx } from '#platform/context/index.ts';
import type { ClaimedMail } from './claim.ts';
import type { Facts } from './facts.ts';
import type { ReadMail } from './reading/index.ts';
import type { Decision } from './verdict.ts';

export type OutcomeKind = 'ticket' | 'reply' | 'note' | 'filed' | 'held' | 'bounce' | 'duplicate' | 'rejected';

/** What became of a mail. */
export type Outcome = {
  kind: OutcomeKind;
  why: string;
  ticketId?: string | null;
  /** The message that it became. */
  saidId?: string | null;
};

const END = `
update incoming_mails set state = $2, outcome = $3, why = $4, decisions = $5, ticket_id = $6, said_id = $7, fingerprint = $8,
  message_id = $9, from_address = $10, from_name = $11, subject = $12, settled_by = $13, settled_at = case when $13::uuid is null then null else $14::timestamptz end
where id = $1`;

const LONGEST = 500;

/** Writes what became of a mail, with the log of what each filter found. */
export async function noteOutcome(
  ctx: Ctx,
  row: ClaimedMail,
  mail: ReadMail,
  facts: Facts,
  { kind, why, ticketId = null, saidId = null }: Outcome,
  decisions: readonly Decision[],
  settledBy: string | null,
): Promise<void> {
  await ctx.hot('incoming_end', END, [
    row.id,
    kind === 'held' ? 'held' : 'done',
    kind,
    why,
    JSON.stringify(decisions),
    ticketId,
    saidId,
    facts.fingerprint,
    mail.messageId,
    mail.from?.address.slice(0, LONGEST) ?? '',
    mail.from?.name.slice(0, LONGEST) ?? '',
    mail.subject.slice(0, LONGEST),
    settledBy,
    ctx.now,
  ]);
}

const FAILED = `update incoming_mails set state = $2, next_at = $3, why = $4 where id = $1 and state = 'new' and attempts = $5`;

/** Notes that a mail could not be worked on: it is tried again after a while, or set aside for people to look at. */
export async function noteBroken(ctx: Ctx, row: ClaimedMail, why: string, giveUp: boolean): Promise<void> {
  const again = new Date(Date.parse(ctx.now) + 60_000 * row.attempts).toISOString();
  await ctx.hot('incoming_failed', FAILED, [
    row.id,
    giveUp ? 'failed' : 'new',
    again,
    why.slice(0, LONGEST),
    row.attempts,
  ]);
}
