import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';

/** The two ways in which a form is sent. */
export const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** Lets the routes of a scope take forms and nothing else: its parsers are nobody else's. A field that comes twice is refused, and a file. */
export function takeForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(FORMS, { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } })
      .formData()
      .catch(() => null);
    if (form === null) throw invalid([{ path: 'body', message: 'is not a form as its content type says' }]);
    const fields = [...form];
    const names = fields.map(([name]) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw invalid([{ path: twice, message: 'must come once' }]);
    const file = fields.find(([, value]) => typeof value !== 'string');
    if (file) throw invalid([{ path: file[0], message: 'must be text' }]);
    return Object.fromEntries(fields);
  });
}
