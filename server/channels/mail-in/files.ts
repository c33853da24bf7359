import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { fileLabel } from '#server/desk/conversation/index.ts';
import type { MailAttachment } from './reading/index.ts';

/** More files than this come with no mail that a person wrote; the mail itself has them all. */
const MOST_FILES = 100;

/** Notes a mail's files as uploads of the context's actor, to be attached to what is said with them. Returns their ids. */
export async function putFiles(ctx: Ctx, clientId: string, attachments: readonly MailAttachment[]): Promise<string[]> {
  const rows = attachments.slice(0, MOST_FILES).map(({ sha256, size, name, mediaType }) => ({
    client_id: clientId,
    id: newId(),
    sha256,
    name: fileLabel(name),
    media_type: mediaType,
    size,
    created_by: ctx.actor.id,
    created_at: ctx.now,
  }));
  if (rows.length === 0) return [];
  await ctx.tx.insertInto('files').values(rows).execute();
  return rows.map(({ id }) => id);
}
