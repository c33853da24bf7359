import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { Fault, invalid } from '#kernel/errors.ts';
import { tooLargeWords } from '#shared/file-words.ts';

/** Only these are shown in the page; everything else is a download whatever it says it is. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** What was sent: its bytes, what they are by themselves, and the name that the sender gave. */
type Upload = { readonly content: Buffer; readonly mediaType: string; readonly filename: string };

/**
 * The one file of a form (multipart, field "file"). A form that cannot be read is its sender's fault; one with a file of more than `most` bytes
 * is told the limit.
 */
export async function readUpload(request: FastifyRequest, most: number): Promise<Upload> {
  const length = request.headers['content-length'];
  const refuse = (error: Error & { statusCode?: number }): never => {
    if (error.statusCode === 413)
      throw new Fault('too_large', tooLargeWords(length === undefined ? null : Number(length), most), { cause: error });
    if (error.statusCode !== undefined) throw error;
    throw new Fault('malformed', 'The form breaks off or cannot be read; send it again.', { cause: error });
  };
  const part = request.isMultipart() ? await request.file().catch(refuse) : undefined;
  if (!part) throw invalid([{ path: 'file', message: 'must be sent as multipart/form-data in the field "file"' }]);
  const content = await part.toBuffer().catch(refuse);
  const mediaType = (await fileTypeFromBuffer(content))?.mime ?? 'application/octet-stream';
  return { content, mediaType, filename: part.filename };
}

type Kept = { readonly name: string; readonly media_type: string; readonly size: number };

/** Hands out the bytes of a file that somebody uploaded: pictures to be seen, all else as a download. */
export function sendFile(reply: FastifyReply, { name, media_type, size }: Kept, stream: Readable): FastifyReply {
  const shown = SHOWN.has(media_type);
  return reply
    .header('content-type', shown ? media_type : 'application/octet-stream')
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-length', size)
    .send(stream);
}
