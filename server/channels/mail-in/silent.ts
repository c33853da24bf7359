import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { IncomingCounts } from '#shared/mail.ts';
import { SECRET_TOLD_DAYS } from '#shared/mail-words.ts';
import { STUCK, type Stuck, stuckWords } from './graph/stuck.ts';

/** A server that is away once is no news. */
const FAILURES_TOLD = 2;
const DAY_MS = 86_400_000;

type Silent = IncomingCounts['silent'][number];
type Row = { name: string; text: string; at: string | null; stuck: Stuck | null; secretEndsOn: string | null };

/** Mailboxes that somebody has to see to: nothing comes in there, a mail cannot be fetched, or their application's secret ends soon. */
export async function silentMailboxes(ctx: Ctx): Promise<Silent[]> {
  const soon = new Date(Date.parse(ctx.now) + SECRET_TOLD_DAYS * DAY_MS).toISOString();
  const { rows } = await sql<Row>`
    select b.name, a.last_error as text, case when a.failures >= ${FAILURES_TOLD} then a.last_error_at end as at, ${STUCK} as stuck,
      o.secret_ends_on::text as "secretEndsOn"
    from mailboxes b join mailbox_access a on a.mailbox_id = b.id left join mailbox_oauth o on o.mailbox_id = b.id and a.auth = 'oauth'
    where b.active and b.kind <> 'smtp' and (a.failures >= ${FAILURES_TOLD} and a.last_error_at is not null or ${STUCK} is not null
      or o.secret_ends_on < ${soon}::date)
    order by lower(b.name), b.id limit 20`.execute(ctx.tx);
  return rows.map((row) => told(row, ctx.now));
}

function told({ name, text, at, stuck, secretEndsOn }: Row, now: string): Silent {
  if (at !== null) return { name, text, at };
  if (stuck) {
    const { text, at } = stuckWords(stuck);
    return { name, text, at };
  }
  return { name, text: `The application’s secret ends on ${secretEndsOn}: make a new one and enter it`, at: now };
}
