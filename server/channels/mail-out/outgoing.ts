import { sql } from 'kysely';
import { Fault, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { OutgoingMail, OutgoingPage } from '#shared/mail.ts';
import { TRIED_MS } from './queue.ts';

const VIEW = sql`
  m.id, t.key as "ticketKey", coalesce(s.name, r.name, m.address) as "to", case when m.staff_id is not null then 'staff' when m.contact_id is not null then 'contact' else 'address' end as "toKind", m.kind, m.subject, m.state, m.attempts,
  case when m.state in ('queued', 'failed') then m.next_at end as "nextAt",
  m.last_error as "lastError", m.created_at as "createdAt", m.sent_at as "sentAt"
  from outgoing_mails m
  left join tickets t on t.client_id = m.client_id and t.id = m.ticket_id
  left join staff s on s.id = m.staff_id
  left join contacts r on r.client_id = m.client_id and r.id = m.contact_id`;

/** Mail about tickets of clients that the reader sees, newest first. */
export async function listOutgoing(
  ctx: Ctx,
  query: { limit?: number; cursor?: string; state?: string[] },
): Promise<OutgoingPage> {
  const limit = query.limit ?? 50;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<OutgoingMail>`
    select ${VIEW}
    where (${query.state ?? null}::text[] is null or m.state = any (${query.state ?? null}::text[]))
      and (${at}::timestamptz is null or (m.created_at, m.id) < (${at}::timestamptz, ${id}::uuid))
    order by m.created_at desc, m.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.createdAt, row.id]);
}

/** Tries a mail again that failed or was given up: now, and for another day. */
export async function retryOutgoing(ctx: Ctx, id: string): Promise<OutgoingMail> {
  const row = await ctx.tx
    .selectFrom('outgoing_mails')
    .select(['client_id', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('mail');
  if (row.state !== 'failed' && row.state !== 'given_up')
    throw new Fault('invalid', 'Only a mail that failed or was given up can be tried again.');
  await ctx.tx
    .updateTable('outgoing_mails')
    .set({
      state: 'failed',
      next_at: ctx.now,
      give_up_at: new Date(Date.parse(ctx.now) + TRIED_MS).toISOString(),
    })
    .where('client_id', '=', row.client_id)
    .where('id', '=', id)
    .execute();
  const { rows } =
    await sql<OutgoingMail>`select ${VIEW} where m.client_id = ${row.client_id} and m.id = ${id}`.execute(ctx.tx);
  return rows[0] as OutgoingMail;
}
