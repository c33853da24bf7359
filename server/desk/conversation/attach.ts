import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

/**
 * Joins uploaded files to a message of a ticket, or (null) to what it was logged with; only the uploader's own, not yet used ones of the
 * same client.
 */
export async function attachFiles(
  ctx: Ctx,
  ticket: { client_id: string; id: string },
  messageId: string | null,
  ids: readonly string[],
  visibility: 'public' | 'internal',
): Promise<void> {
  const done = await ctx.tx
    .updateTable('files')
    .set({ subject_type: 'ticket', subject_id: ticket.id, message_id: messageId, visibility })
    .where('client_id', '=', ticket.client_id)
    .where('id', 'in', ids)
    .where('subject_id', 'is', null)
    .where('created_by', '=', ctx.actor.id)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) !== new Set(ids).size)
    throw invalid([
      {
        path: 'attachmentIds',
        message: 'names a file that you did not upload for this client, or that is used already',
      },
    ]);
}
