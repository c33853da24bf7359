import Type from 'typebox';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute } from '#platform/http/index.ts';
import { PortalPicture } from '#shared/brand.ts';
import { MOST_PICTURE_BYTES } from '#shared/brand-words.ts';
import { Id } from '#shared/http.ts';
import { findPicture, keepPicture } from './keep-picture.ts';
import { checkedPicture } from './picture.ts';
import { sendPicture } from './send-picture.ts';

export const pictureRoutes = [
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/portal-images',
      access: 'settings.manage',
      tag: 'Portal',
      summary:
        'Upload a logo or icon (multipart, field "file": PNG, JPEG, WebP or SVG) for a client’s portal, or for everybody’s',
      query: Type.Object({ clientId: Type.Optional(Id) }),
      response: PortalPicture,
      status: 201,
      takesFile: true,
      bodyLimit: MOST_PICTURE_BYTES * 4,
    },
    async (services, { query, request, session }) => {
      if (!session) throw notFound('session');
      const broken = (error: Error & { statusCode?: number }): never => {
        if (error.statusCode === 413)
          throw new Fault('too_large', `A picture may have at most ${MOST_PICTURE_BYTES / 1024} KB.`, { cause: error });
        if (error.statusCode !== undefined) throw error;
        throw new Fault('malformed', 'The form breaks off or cannot be read; send it again.', { cause: error });
      };
      const part = request.isMultipart() ? await request.file().catch(broken) : undefined;
      if (!part) throw invalid([{ path: 'file', message: 'must be sent as multipart/form-data in the field "file"' }]);
      const picture = await checkedPicture(await part.toBuffer().catch(broken));
      const id = await withContext(services, session.identity, (ctx) =>
        keepPicture(ctx, query.clientId ?? null, picture),
      );
      const { mediaType, width, height } = picture;
      return { id, mediaType, width, height };
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/portal-images/:id',
      access: 'settings.read',
      tag: 'Portal',
      summary: 'The bytes of such a picture',
      params: Type.Object({ id: Id }),
      response: Type.Unknown(),
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const picture = await withContext(services, session.identity, (ctx) => findPicture(ctx, params.id));
      if (!picture) throw notFound('picture');
      return sendPicture(reply, picture);
    },
  ),
];
