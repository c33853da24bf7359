import { Readable } from 'node:stream';
import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Identity, withContext } from '#platform/context/index.ts';
import { defineFreeRoute, readUpload, type Session, sendFile } from '#platform/http/index.ts';
import { fileLabel, sentName } from '#server/desk/conversation/index.ts';
import { Id } from '#shared/http.ts';
import { ArticleFile } from '#shared/knowledge.ts';
import { VISITOR } from './visitor.ts';

const MOST_BYTES = 5 * 1_048_576;
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Staff who may not read articles see what everybody may. */
function readerOf(session: Session | null): Identity {
  if (!session) return VISITOR;
  const { scope, permissions } = session.identity;
  const blind = scope.principal === 'staff' && permissions !== 'all' && !permissions.has('knowledge.view');
  return blind ? VISITOR : session.identity;
}

export const articleFileRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/article-files',
      access: 'knowledge.write',
      tag: 'Knowledge',
      summary: 'Upload a picture (multipart, field "file": PNG, JPEG, GIF or WebP) to put into the text of an article',
      response: ArticleFile,
      status: 201,
      takesFile: true,
      bodyLimit: MOST_BYTES + 65_536,
    },
    async (services, { request, session }) => {
      if (!session) throw notFound('session');
      const { content, mediaType, filename } = await readUpload(request, MOST_BYTES);
      if (!PICTURES.has(mediaType))
        throw invalid([{ path: 'file', message: 'is not a PNG, JPEG, GIF or WebP picture' }]);
      const { sha256, size } = await services.files.put(Readable.from(content), MOST_BYTES);
      const file = { id: newId(), name: fileLabel(sentName(filename)), media_type: mediaType, size };
      await withContext(services, session.identity, (ctx) =>
        ctx.tx
          .insertInto('article_files')
          .values({ ...file, sha256, created_by: ctx.scope.principalId, created_at: ctx.now })
          .execute(),
      );
      return { id: file.id, name: file.name, mediaType, size };
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/article-files/:id',
      access: 'public',
      tag: 'Knowledge',
      summary: 'A picture of an article that the caller may read; without signing in, of one that everybody may',
      params: Type.Object({ id: Id }),
      response: Type.Unknown(),
    },
    async (services, { params, session, reply }) => {
      const file = await withContext(services, readerOf(session), (ctx) =>
        ctx.tx
          .selectFrom('article_files')
          .select(['sha256', 'name', 'media_type', 'size'])
          .where('id', '=', params.id)
          .executeTakeFirst(),
      );
      if (!file) throw notFound('picture');
      const { stream } = await services.files.get(file.sha256);
      return sendFile(reply, file, stream);
    },
  ),
];
