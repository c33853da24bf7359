import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { type Spoken, spoken } from '#shared/languages.ts';
import { announcedTo } from './announced-to.ts';
import { domainOf } from './compose.ts';

/** How long a claim holds: longer than any delivery takes. */
const CLAIM_MS = 10 * 60_000;

/** One claim at a time, so that what belongs together is not torn apart by two who look for work. */
const CLAIMING = 6_402_771_955;

/** What goes to one of a client's people about one ticket goes in the order in which it was said. */
const DUE = `
select m.client_id, m.id, m.sealed_link, m.ticket_id, m.staff_id, m.contact_id, m.kind, m.attempts, m.subject, m.text, m.text_after, m.html, m.calendar, m.files, m.message_id,
  m.in_reply_to, m.created_at, m.give_up_at, t.key, t.status_category, coalesce(s.name, r.name, '') as name, coalesce(s.email, r.email, m.address) as email,
  coalesce(s.active, r.active, true) as active, m.address, m.language, r.language as own_language, c.language as client_language, b.paused_at is not null as paused,
  (m.staff_id is null or m.kind = 'invitation' or ${worksFor('m.client_id')}) as works,
  (m.kind <> 'added' or exists (select from ticket_watchers w where w.client_id = m.client_id and w.ticket_id = m.ticket_id
    and w.watcher_kind = 'contact' and w.watcher_id = m.contact_id and w.sees)) as follows,
  m.announcement_id, (m.announcement_id is null or coalesce(${announcedTo('m.client_id')}, false)) as announced, x.at is not null as stopped
from outgoing_mails m
join clients c on c.id = m.client_id
left join tickets t on t.client_id = m.client_id and t.id = m.ticket_id
left join staff s on s.id = m.staff_id
left join contacts r on r.client_id = m.client_id and r.id = m.contact_id
left join announcements a on a.id = m.announcement_id
left join announcement_mail_stops x on x.client_id = m.client_id and x.contact_id = m.contact_id and m.announcement_id is not null
left join contact_mail b on b.client_id = m.client_id and b.contact_id = m.contact_id
where m.state in ('queued', 'sending', 'failed') and m.next_at <= $1 and (m.contact_id is null or not exists (
  select from outgoing_mails e where e.client_id = m.client_id and e.contact_id = m.contact_id and e.ticket_id = m.ticket_id and e.id < m.id
    and e.state in ('queued', 'sending', 'failed')))
order by m.next_at, m.id limit 1 for update of m skip locked`;

/** Of what waits for the same person about the same ticket and was never tried, everything but the mail that takes it along, and links of their own. */
const GATHER = `
with gone as (
  delete from outgoing_mails where client_id = $1 and ticket_id = $2 and staff_id = $3 and id <> $4 and state = 'queued' and attempts = 0
    and sealed_link is null
  returning id, text, created_at)
select text, created_at, id < $4 as earlier from gone order by created_at, id`;

const CLAIM = `
update outgoing_mails set state = 'sending', attempts = attempts + 1, next_at = $3, message_id = $4, text = $5
where client_id = $1 and id = $2`;

/** A file that goes along with a mail. `size` in bytes. */
export type OutgoingFile = { sha256: string; name: string; mediaType: string; size: number };

type DueRow = {
  client_id: string;
  id: string;
  ticket_id: string | null;
  staff_id: string | null;
  contact_id: string | null;
  /** Where it goes that is for nobody in particular. */
  address: string | null;
  kind: string;
  /** A link that its reader alone may know. */
  sealed_link: Buffer | null;
  attempts: number;
  subject: string;
  text: string;
  /** What stands below what was written. */
  text_after: string;
  html: string | null;
  /** Of what it invites to. */
  calendar: string | null;
  files: readonly OutgoingFile[];
  message_id: string | null;
  in_reply_to: string | null;
  created_at: string;
  give_up_at: string;
  key: string | null;
  status_category: string | null;
  /** Null in what was noted before mails were worded by language. */
  language: string | null;
  own_language: string | null;
  client_language: string;
  paused: boolean;
  name: string;
  email: string;
  active: boolean;
  works: boolean;
  /** Whether whoever was let follow the ticket still does. */
  follows: boolean;
  /** Null where the mail is about none. */
  announcement_id: string | null;
  /** Whether it is still for them. */
  announced: boolean;
  /** Whether they want no mail about announcements. */
  stopped: boolean;
};

/** A mail that is ours to send until `CLAIM_MS` from now. `attempts` counts this try. */
export type Claimed = Omit<DueRow, 'message_id' | 'language'> & { message_id: string; language: Spoken };

/**
 * Claims the mail that has waited longest, with what else waits for the same person about the same ticket. Whoever may not get it any
 * more is passed by; `passed` says so. Null where nothing is due.
 */
export async function claimMail(ctx: Ctx, fromAddress: string): Promise<Claimed | 'passed' | null> {
  await ctx.hot('claim_mail_lock', 'select pg_advisory_xact_lock($1)', [CLAIMING]);
  const [due] = await ctx.hot<DueRow>('claim_mail_due', DUE, [ctx.now]);
  if (!due) return null;
  const obstacle = obstacleOf(due);
  if (obstacle !== null) {
    await giveUp(ctx, due, obstacle);
    return 'passed';
  }
  const text =
    due.attempts === 0 && due.staff_id !== null && due.sealed_link === null ? await gathered(ctx, due) : due.text;
  const message_id = due.message_id ?? `<${due.id}@${domainOf(fromAddress)}>`;
  const until = new Date(Date.parse(ctx.now) + CLAIM_MS).toISOString();
  await ctx.hot('claim_mail', CLAIM, [due.client_id, due.id, until, message_id, text]);
  const language = spoken(due.language, due.own_language, due.client_language);
  return { ...due, text, message_id, language, attempts: due.attempts + 1 };
}

function obstacleOf({
  kind,
  status_category,
  active,
  works,
  follows,
  email,
  paused,
  announced,
  stopped,
}: DueRow): string | null {
  if (kind === 'resolved' && status_category !== 'resolved' && status_category !== 'closed')
    return 'The ticket was opened again before it was sent';
  if (!active) return 'Is no longer active';
  if (!works) return 'No longer works for the client';
  if (!follows) return 'Does not follow the ticket any more';
  if (!announced) return 'The announcement is not for them any more';
  if (stopped) return 'Wants no mail about announcements';
  if (email === '') return 'Has no mail address';
  // Whoever asks for a link to sign in has just said that they read their mail.
  return paused && kind !== 'sign_in' ? 'The address refused mail several times' : null;
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
