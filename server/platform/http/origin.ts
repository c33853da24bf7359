import type { FastifyRequest } from 'fastify';
import { forbidden } from '#kernel/errors.ts';

const REFUSED = 'Writes from other sites are refused.';

/**
 * A browser says where a request comes from; a write that another site caused is refused whatever cookies it carries.
 * A caller that says nothing is a program or an old browser: with a cookie it may then send JSON only, which no form of
 * another site can. A bearer key needs no such care, since no browser adds it by itself.
 */
export function refuseCrossSite(
  request: FastifyRequest,
  credentials: { cookie: string | null; bearer: string | null },
): void {
  if (request.method === 'GET' || request.method === 'HEAD' || credentials.bearer !== null) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw forbidden(REFUSED);
    return;
  }
  const { origin } = request.headers;
  if (origin !== undefined) {
    if (URL.parse(origin)?.host !== request.host) throw forbidden(REFUSED);
    return;
  }
  const type = request.headers['content-type'];
  if (credentials.cookie !== null && type !== undefined && !/^application\/json\b/i.test(type))
    throw forbidden('Send JSON, or an Origin header: this could be a form of another site.');
}
