import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/context/index.ts';

const NOTE = `
insert into ticket_mails (client_id, ticket_id, id_hash, message_id, sent, created_at)
select $1, $2, h, m, $5, $6 from unnest($3::text[], $4::text[]) one (h, m) on conflict do nothing`;

const FIND = `
select distinct on (id_hash) id_hash, ticket_id from ticket_mails where id_hash = any ($1::text[]) order by id_hash, created_at desc`;

const LONGEST = 998;

/** A Message-ID as it is compared: without brackets and blanks around it. */
const bare = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');
const hashOf = (messageId: string): string => createHash('sha256').update(bare(messageId)).digest('hex');

/** Remembers Message-IDs as belonging to a ticket, so that an answer to any of them finds it. */
export async function noteMailIds(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  messageIds: readonly string[],
  { sent }: { sent: boolean },
): Promise<void> {
  if (messageIds.length === 0) return;
  const stored = messageIds.map((id) => `<${bare(id)}>`.slice(0, LONGEST));
  await ctx.hot('note_mail_ids', NOTE, [ticket.client_id, ticket.id, messageIds.map(hashOf), stored, sent, ctx.now]);
}

/** The tickets that Message-IDs belong to, in the order of the ids; of those that the scope sees. */
export async function ticketsOfMailIds(ctx: Ctx, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const hashes = messageIds.map(hashOf);
  const rows = await ctx.hot<{ id_hash: string; ticket_id: string }>('find_mail_ids', FIND, [hashes]);
  return hashes.flatMap((hash) => rows.find((row) => row.id_hash === hash)?.ticket_id ?? []);
}
