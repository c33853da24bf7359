import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { domainOf } from './compose.ts';

/** How long a claim holds: longer than any delivery takes. */
const CLAIM_MS = 10 * 60_000;

/** One claim at a time, so that what belongs together is not torn apart by two who look for work. */
const CLAIMING = 6_402_771_955;

const DUE = `
select m.client_id, m.id, m.ticket_id, m.staff_id, m.attempts, m.subject, m.text, m.message_id, m.created_at, m.give_up_at, t.key,
  s.name, s.email, s.active, ${worksFor('m.client_id')} as works
from outgoing_mails m
join tickets t on t.client_id = m.client_id and t.id = m.ticket_id
join staff s on s.id = m.staff_id
where m.state in ('queued', 'sending', 'failed') and m.next_at <= $1
order by m.next_at, m.id limit 1 for update of m skip locked`;

/** Of what waits for the same person about the same ticket and was never tried, everything but the mail that takes it along. */
const GATHER = `
with gone as (
  delete from outgoing_mails where client_id = $1 and ticket_id = $2 and staff_id = $3 and id <> $4 and state = 'queued' and attempts = 0
  returning id, text, created_at)
select text, created_at, id < $4 as earlier from gone order by created_at, id`;

const CLAIM = `
update outgoing_mails set state = 'sending', attempts = attempts + 1, next_at = $3, message_id = $4, text = $5
where client_id = $1 and id = $2`;

type DueRow = {
  client_id: string;
  id: string;
  ticket_id: string;
  staff_id: string;
  attempts: number;
  subject: string;
  text: string;
  message_id: string | null;
  created_at: string;
  give_up_at: string;
  key: string;
  name: string;
  email: string;
  active: boolean;
  works: boolean;
};

/** A mail that is ours to send until `CLAIM_MS` from now. `attempts` counts this try. */
export type Claimed = Omit<DueRow, 'message_id'> & { message_id: string };

/**
 * Claims the mail that has waited longest, with what else waits for the same person about the same ticket. Whoever may not get it any
 * more is passed by; `passed` says so. Null where nothing is due.
 */
export async function claimMail(ctx: Ctx, fromAddress: string): Promise<Claimed | 'passed' | null> {
  await ctx.hot('claim_mail_lock', 'select pg_advisory_xact_lock($1)', [CLAIMING]);
  const [due] = await ctx.hot<DueRow>('claim_mail_due', DUE, [ctx.now]);
  if (!due) return null;
  if (!due.active || !due.works) {
    await giveUp(ctx, due, due.active ? 'No longer works for the client' : 'Is no longer active');
    return 'passed';
  }
  const text = due.attempts === 0 ? await gathered(ctx, due) : due.text;
  const message_id = due.message_id ?? `<${due.id}@${domainOf(fromAddress)}>`;
  const until = new Date(Date.parse(ctx.now) + CLAIM_MS).toISOString();
  await ctx.hot('claim_mail', CLAIM, [due.client_id, due.id, until, message_id, text]);
  return { ...due, text, message_id, attempts: due.attempts + 1 };
}

async function gathered(ctx: Ctx, due: DueRow): Promise<string> {
  const others = await ctx.hot<{ text: string; earlier: boolean }>('claim_mail_gather', GATHER, [
    due.client_id,
    due.ticket_id,
    due.staff_id,
    due.id,
  ]);
  const texts = (earlier: boolean) => others.filter((one) => one.earlier === earlier).map((one) => one.text);
  return [...texts(true), due.text, ...texts(false)].join('\n');
}

async function giveUp(ctx: Ctx, { client_id, id }: DueRow, why: string): Promise<void> {
  await ctx.tx
    .updateTable('outgoing_mails')
    .set({ state: 'given_up', last_error: why })
    .where('client_id', '=', client_id)
    .where('id', '=', id)
    .execute();
}
