import type { FastifyInstance } from 'fastify';
import { invalid } from '#kernel/errors.ts';

export const FORM = 'application/x-www-form-urlencoded';

/** Lets the routes of a scope take forms and nothing else: its parsers are nobody else's. A field that comes twice is refused. */
export function takeForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, text, done) => {
    const fields = [...new URLSearchParams(text as string)];
    const names = fields.map(([name]) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) return done(invalid([{ path: twice, message: 'must come once' }]));
    done(null, Object.fromEntries(fields));
  });
}
