import { Readable } from 'node:stream';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { fileLabel } from '#server/desk/conversation/index.ts';
import { type ReadMail, withoutSecrets } from './reading/index.ts';

const WHOLE_HTML = { name: 'text.html', mediaType: 'text/html' };

/** More files than this come with no mail that a person wrote; the mail itself has them all. */
const MOST_FILES = 100;

const PUT = `
insert into files (client_id, id, sha256, name, media_type, size, created_by, created_at)
select $1, one.*, $7, $8 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[]) one`;

/**
 * Notes a mail's files as uploads of the context's actor, to be attached to what is said with them. Returns their ids.
 * @param cut whether only the begin of its text is shown: then all of it becomes a file as well
 */
export async function putFiles(
  ctx: Ctx,
  clientId: string,
  mail: ReadMail,
  { cut }: { cut: boolean },
): Promise<string[]> {
  const text = cut && !mail.textKept ? [await wholeText(ctx, mail)] : [];
  const files = [...text, ...mail.attachments].slice(0, MOST_FILES);
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

async function wholeText({ services }: Ctx, { html, text }: ReadMail) {
  const bytes = Buffer.from(withoutSecrets(html ?? text));
  const kept = await services.files.put(Readable.from([bytes]), bytes.length);
  return { ...kept, ...(html === null ? { name: 'text.txt', mediaType: 'text/plain' } : WHOLE_HTML) };
}
