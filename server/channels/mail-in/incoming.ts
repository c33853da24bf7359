import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { IncomingCounts, IncomingMail, IncomingPage, IncomingQuery } from '#shared/mail.ts';
import { silentMailboxes } from './silent.ts';
import type { Decision } from './verdict.ts';

const VIEW = sql`
  m.id, m.received_at as "receivedAt", b.name as mailbox, json_build_object('name', m.from_name, 'address', m.from_address) as "from",
  m.subject, m.size, m.state, m.outcome, m.why, m.attempts, coalesce(t.key, (
    select became.key from incoming_mails o join tickets became on became.id = o.ticket_id
    where m.outcome = 'duplicate' and o.fingerprint = m.fingerprint and o.id <> m.id order by o.received_at limit 1)) as "ticketKey"
  from incoming_mails m
  left join mailboxes b on b.id = m.mailbox_id
  left join tickets t on t.id = m.ticket_id`;

/** Mail that came in, newest first. Under the program's scope: whoever asks sees all clients. */
export async function listIncoming(ctx: Ctx, query: IncomingQuery): Promise<IncomingPage> {
  const limit = query.limit ?? 50;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<IncomingMail>`
    select ${VIEW}
    where (${query.state ?? null}::text[] is null or m.state = any (${query.state ?? null}::text[]))
      and (${query.outcome ?? null}::text[] is null or m.outcome = any (${query.outcome ?? null}::text[]))
      and (${at}::timestamptz is null or (m.received_at, m.id) < (${at}::timestamptz, ${id}::uuid))
    order by m.received_at desc, m.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.receivedAt, row.id]);
}

type One = IncomingMail & { sha256: string; decisions: Decision[]; settledBy: string | null; settledAt: string | null };

/** One of them with its log. */
export async function findIncoming(ctx: Ctx, id: string): Promise<One> {
  const { rows } = await sql<One>`
    select m.sha256, m.decisions, m.settled_at as "settledAt", (select s.name from staff s where s.id = m.settled_by) as "settledBy", ${VIEW}
    where m.id = ${id}`.execute(ctx.tx);
  if (!rows[0]) throw notFound('mail');
  return rows[0];
}

const MOST_COUNTED = 1_000;

/** How many are kept back, could not be read, or wait to be looked at; at most a thousand of each. */
export async function countIncoming(ctx: Ctx): Promise<IncomingCounts> {
  const count = (state: string) =>
    sql`(select count(*)::int from (select from incoming_mails where state = ${state} limit ${MOST_COUNTED}) c)`;
  const { rows } = await sql<Omit<IncomingCounts, 'silent'>>`
    select ${count('held')} as held, ${count('failed')} as failed, ${count('new')} as waiting`.execute(ctx.tx);
  return { ...(rows[0] as Omit<IncomingCounts, 'silent'>), silent: await silentMailboxes(ctx) };
}
