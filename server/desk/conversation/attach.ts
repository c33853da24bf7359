import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';

const ATTACH = `
update files set subject_type = 'ticket', subject_id = $4, message_id = $5, visibility = $6
where client_id = $1 and id = any ($2::uuid[]) and subject_id is null
  and created_by is not distinct from $3 returning id`;

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
  const named = [...new Set(ids)];
  const done = await ctx.hot('attach_files', ATTACH, [
    ticket.client_id,
    named,
    ctx.actor.id,
    ticket.id,
    messageId,
    visibility,
  ]);
  if (done.length !== named.length)
    throw invalid([
      {
        path: 'attachmentIds',
        message: 'names a file that you did not upload for this client, or that is used already',
      },
    ]);
}
