import { Readable } from 'node:stream';
import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, readUpload, sendFile } from '#platform/http/index.ts';
import { MOST_FILE_BYTES } from '#shared/file-words.ts';
import { Id } from '#shared/http.ts';
import { fileLabel, sentName } from './file-label.ts';

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
      const { content, mediaType, filename } = await readUpload(request, MOST_FILE_BYTES);
      const { sha256, size } = await services.files.put(Readable.from(content), MOST_FILE_BYTES);
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
          name: fileLabel(sentName(filename)),
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
      return sendFile(reply, file, stream);
    },
  ),
];
