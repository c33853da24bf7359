import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import Type from 'typebox';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute } from '#platform/http/index.ts';
import { MOST_FILE_BYTES, tooLargeWords } from '#shared/file-words.ts';
import { Id } from '#shared/http.ts';
import { fileLabel, sentName } from './file-label.ts';

/** Only these are shown in the page; everything else is a download whatever it says it is. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A form that cannot be read is its sender's fault; one with too large a file is told the limit. `length`: of the whole request. */
const refuseBroken =
  (length: string | undefined) =>
  (error: Error & { statusCode?: number }): never => {
    if (error.statusCode === 413)
      throw new Fault('too_large', tooLargeWords(length === undefined ? null : Number(length)), { cause: error });
    if (error.statusCode !== undefined) throw error;
    throw new Fault('malformed', 'The form breaks off or cannot be read; send it again.', { cause: error });
  };

export const fileRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/clients/:clientId/files',
      access: 'anyone',
      staff: 'ticket.reply',
      tag: 'Conversation',
      summary: 'Upload a file (multipart, field "file") to attach to a message',
      params: Type.Object({ clientId: Id }),
      response: Type.Object({ id: Id, name: Type.String(), mediaType: Type.String(), size: Type.Integer() }),
      status: 201,
      takesFile: true,
      perMinute: 60,
      bodyLimit: MOST_FILE_BYTES + 65_536,
    },
    async (services, { params, request, session }) => {
      if (!session) throw notFound('session');
      const { scope } = session.identity;
      if (!scope.allClients && !scope.clientIds.includes(params.clientId)) throw notFound('client');
      const refuse = refuseBroken(request.headers['content-length']);
      const part = request.isMultipart() ? await request.file().catch(refuse) : undefined;
      if (!part) throw invalid([{ path: 'file', message: 'must be sent as multipart/form-data in the field "file"' }]);
      const content = await part.toBuffer().catch(refuse);
      const { sha256, size } = await services.files.put(Readable.from(content), MOST_FILE_BYTES);
      const mediaType = (await fileTypeFromBuffer(content))?.mime ?? 'application/octet-stream';
      return withContext(services, session.identity, async (ctx) => {
        const client = await ctx.tx
          .selectFrom('clients')
          .select('id')
          .where('id', '=', params.clientId)
          .executeTakeFirst();
        if (!client) throw notFound('client');
        const file = {
          client_id: params.clientId,
          id: newId(),
          sha256,
          name: fileLabel(sentName(part.filename)),
          media_type: mediaType,
          size,
          created_by: ctx.actor.id,
          created_at: ctx.now,
        };
        await ctx.tx
          .insertInto('files')
          .values({ ...file, visibility: ctx.actor.kind === 'contact' ? 'public' : 'internal' })
          .execute();
        return { id: file.id, name: file.name, mediaType, size };
      });
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/files/:id',
      access: 'anyone',
      staff: 'ticket.read',
      tag: 'Conversation',
      summary: 'The bytes of an attachment',
      params: Type.Object({ id: Id }),
      response: Type.Unknown(),
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const file = await withContext(services, session.identity, (ctx) =>
        ctx.tx
          .selectFrom('files')
          .select(['sha256', 'name', 'media_type', 'size'])
          .where('id', '=', params.id)
          .executeTakeFirst(),
      );
      if (!file) throw notFound('file');
      const { stream } = await services.files.get(file.sha256);
      const shown = SHOWN.has(file.media_type);
      return reply
        .header('content-type', shown ? file.media_type : 'application/octet-stream')
        .header(
          'content-disposition',
          `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-length', file.size)
        .send(stream);
    },
  ),
];
