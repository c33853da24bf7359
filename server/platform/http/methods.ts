import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';

type Known = { readonly pattern: RegExp; readonly methods: Set<string> };

const ESCAPED = /[.*+?^${}()|[\]\\]/g;

/** Remembers every address that is registered, so that one asked in the wrong way can say which ways there are. */
export function rememberMethods(app: FastifyInstance): (path: string) => string[] {
  const known = new Map<string, Known>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.replace(ESCAPED, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
    const entry = known.get(url) ?? { pattern, methods: new Set<string>() };
    for (const one of [method].flat()) entry.methods.add(one);
    known.set(url, entry);
  });
  return (path) =>
    [
      ...new Set([...known.values()].flatMap(({ pattern, methods }) => (pattern.test(path) ? [...methods] : []))),
    ].sort();
}

/**
 * Answers for an address that exists, but not for this method: OPTIONS is told the methods, everything else is refused with them
 * (405). Returns false where there is no such address at all.
 */
export function answerWrongMethod(
  request: FastifyRequest,
  reply: FastifyReply,
  methodsAt: (path: string) => string[],
): boolean {
  const methods = methodsAt(request.url.split('?')[0] ?? '');
  if (methods.length === 0) return false;
  reply.header('allow', [...methods, 'OPTIONS'].join(', '));
  if (request.method !== 'OPTIONS') throw new Fault('method_not_allowed', `This address takes ${methods.join(', ')}.`);
  reply.code(204).send();
  return true;
}
