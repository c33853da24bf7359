import type { FastifyReply } from 'fastify';
import type { Picture } from './picture.ts';

/** Hands out a picture so that nothing in it runs or fetches, also where somebody opens it by itself. */
export const sendPicture = (
  reply: FastifyReply,
  { mediaType, bytes }: Pick<Picture, 'mediaType' | 'bytes'>,
): FastifyReply =>
  reply
    .header('content-type', mediaType)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")
    .header('cache-control', 'private, max-age=300')
    .send(bytes);
