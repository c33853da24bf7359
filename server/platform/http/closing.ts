import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the program stop as soon as it has answered: live streams, which never end by themselves, are ended, and a connection
 * whose last answer goes out is not kept for more.
 */
export function prepareClosing(app: FastifyInstance): void {
  const streams = new Set<ServerResponse>();
  let closing = false;
  app.addHook('onRequest', async (request, reply) => {
    if (!request.headers.accept?.includes('text/event-stream')) return;
    streams.add(reply.raw);
    reply.raw.once('close', () => streams.delete(reply.raw));
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const answer of streams) answer.end();
  });
}
