import type { FastifyReply } from 'fastify';

/** Hands a document out as a file; `name` is of letters, digits and hyphens. */
export const sendPdf = (reply: FastifyReply, name: string, bytes: Buffer): FastifyReply =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(bytes);
