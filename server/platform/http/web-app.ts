import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { answerWrongMethod } from './methods.ts';

/** Names under /assets carry a hash of their content, so a browser may keep them; everything else is asked for again. */
const KEEP = 'public, max-age=31536000, immutable';
const ASK = 'no-cache';

/** The pages of clients' people, which are an app of their own. */
const PORTAL = /^\/portal(\/|$|\?)/;

/** What stands where the web app should be when nobody has built it. */
const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fettle</title>
<h1>The web app is not built</h1>
<p>Fettle runs, and its API answers (<a href="/api/docs">reference</a>), but this copy has no web app yet.
Stop it and start it with <code>npm start</code>, which builds it.</p>
</html>`;

/**
 * Hands out the built web app: its files, compressed beforehand, and its page for every address that a person opens. What is not
 * there is a problem document, and so is everything under /api.
 * @param folder where the build lies; null or a missing one: there is no web app
 * @param methodsAt the methods of an address
 * @param isOfClient whether a host is a client's own: there is the portal, and nothing else
 */
export async function addWebApp(
  app: FastifyInstance,
  folder: string | null,
  methodsAt: (path: string) => string[],
  isOfClient: (host: string) => Promise<boolean>,
): Promise<void> {
  const built = folder !== null && existsSync(join(folder, 'index.html'));
  if (built) {
    const serve = (keep: string) => ({
      index: false as const,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply: { header(name: string, value: string): unknown }) => {
        reply.header('cache-control', keep);
        reply.header('vary', 'accept-encoding');
      },
    });
    await app.register(fastifyStatic, {
      ...serve(ASK),
      root: folder,
      wildcard: false,
      globIgnore: ['**/*.br', '**/*.gz', '*.html', 'assets/**'],
    });
    // Looked for when asked for: a build may take the place of the one there was at the start.
    await app.register(fastifyStatic, {
      ...serve(KEEP),
      root: join(folder, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (answerWrongMethod(request, reply, methodsAt)) return reply;
    if (!isOpenedByPerson(request)) throw new Fault('not_found', 'There is nothing at this address.');
    const isPortal = PORTAL.test(request.url);
    if (!isPortal && (await isOfClient(request.host))) return reply.redirect('/portal');
    if (built) return reply.sendFile(isPortal ? 'portal.html' : 'index.html');
    return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
  });
}

/**
 * A browser opening an address asks for a page first of all; a program or a script asks for something else. At the bare address
 * there is nothing else, and whoever looks whether Fettle is there asks for anything.
 */
function isOpenedByPerson({ method, url, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (/^\/($|\?)/.test(url)) return true;
  return !/^\/api(\/|$|\?)/.test(url) && (headers.accept ?? '').includes('text/html');
}
