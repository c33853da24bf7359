import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Ends live streams when the program stops: they never end by themselves, and the server waits for every answer it began. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const open = new Set<ServerResponse>();
  app.addHook('onRequest', async (request, reply) => {
    if (!request.headers.accept?.includes('text/event-stream')) return;
    open.add(reply.raw);
    reply.raw.once('close', () => open.delete(reply.raw));
  });
  app.addHook('preClose', async () => {
    for (const answer of open) answer.end();
  });
}
