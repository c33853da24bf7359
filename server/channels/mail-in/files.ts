import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { fileLabel } from '#server/desk/conversation/index.ts';
import type { MailAttachment } from './reading/index.ts';

/** More files than this come with no mail that a person wrote; the mail itself has them all. */
const MOST_FILES = 100;

const PUT = `
insert into files (client_id, id, sha256, name, media_type, size, created_by, created_at)
select $1, one.*, $7, $8 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[]) one`;

/** Notes a mail's files as uploads of the context's actor, to be attached to what is said with them. Returns their ids. */
export async function putFiles(ctx: Ctx, clientId: string, attachments: readonly MailAttachment[]): Promise<string[]> {
  const files = attachments.slice(0, MOST_FILES);
  if (files.length === 0) return [];
  const ids = files.map(() => newId());
  await ctx.hot('mail_files', PUT, [
    clientId,
    ids,
    files.map(({ sha256 }) => sha256),
    files.map(({ name }) => fileLabel(name)),
    files.map(({ mediaType }) => mediaType),
    files.map(({ size }) => size),
    ctx.actor.id,
    ctx.now,
  ]);
  return ids;
}
