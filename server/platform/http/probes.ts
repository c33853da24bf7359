import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { RUN } from '../../../tools/bootstrap/occupant.mjs';
import type { Services } from '../context/index.ts';
import { readiness } from '../health/index.ts';
import { metricsText } from '../metrics/index.ts';

/** For machines that watch us: is it alive, can it work, how is it doing. They are not part of the API and have no sign-in. */
export function addProbes(app: FastifyInstance, services: Services, metricsToken: string | null): void {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok', program: 'Fettle', run: RUN }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const health = await readiness(services);
    return reply.code(health.ready ? 200 : 503).send(health);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    refuseStranger(request, metricsToken);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metricsText());
  });
}

/**
 * Metrics tell how busy an MSP is, so they are for whoever knows the token; without one, for this machine. A proxy on this
 * machine passes strangers on, which its Forwarded headers show.
 */
function refuseStranger(request: FastifyRequest, token: string | null): void {
  if (token !== null) {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (sameText(given, token)) return;
    throw new Fault('unauthenticated', 'Send the token of FETTLE_METRICS_TOKEN as "Authorization: Bearer …".');
  }
  const { headers, socket } = request.raw;
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  if (!passedOn && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')) return;
  throw new Fault('not_found', 'Metrics are shown on this machine only, unless FETTLE_METRICS_TOKEN is set.');
}

function sameText(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
