import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import { Problem } from '#shared/http.ts';
import type { Permission } from '#shared/permissions.ts';
import { type Services, withContext } from '../context/index.ts';
import { sessionCookie } from './cookie.ts';
import { FORMS } from './foreign-form.ts';
import { once } from './idempotency.ts';
import { etagOf, takeIfMatch } from './if-match.ts';
import { JsonText } from './json-text.ts';
import { isOptionalBody } from './optional-body.ts';
import { refuseCrossSite } from './origin.ts';
import { perPerson } from './rate.ts';
import { refuseUnreadable } from './readable.ts';
import type { Route } from './route.ts';
import type { Authenticate, Session } from './session.ts';
import { closed } from './validation.ts';

/** Adds one route to the program: authenticate, authorise, validate, do, present. */
export function register(
  app: FastifyInstance,
  route: Route,
  services: Services,
  authenticate: Authenticate,
  rate: number,
): void {
  const { options } = route;
  const status = options.status ?? 200;
  app.route({
    method: options.method,
    url: options.url,
    ...(options.bodyLimit ? { bodyLimit: options.bodyLimit } : {}),
    ...(options.perMinute ? { config: { rateLimit: perPerson(options.perMinute, rate) } } : {}),
    schema: schemaOf(route),
    onRequest: async (request) => {
      const given = options.takesForeignForm ? NOBODY : credentials(request, services.baseUrl);
      if (!options.takesForeignForm) refuseCrossSite(request, given);
      request.session = await authenticate({ ...given, address: request.ip, host: request.host });
      authorise(options, request.session, given);
    },
    preValidation: async (request) => {
      if (request.body === undefined && isOptionalBody(options.body)) request.body = {};
      const { body, query, params } = request;
      refuseUnreadable({ body, query, params });
      if (options.method !== 'GET') takeIfMatch(request, options);
    },
    handler: async (request, reply) => {
      const input = { params: request.params, query: request.query, body: request.body, request, reply };
      if (route.free) {
        const result = await route.free(services, { ...input, session: request.session });
        // It has answered by itself, whole or until whoever asked went away: nothing may follow.
        if (result === undefined || reply.sent) return undefined;
        return reply.code(reply.statusCode === 200 ? status : reply.statusCode).send(result);
      }
      const { session } = request;
      if (!route.handler || !session) throw new Error(`${options.method} ${options.url} needs a caller and a handler`);
      const handler = route.handler;
      const key = options.method === 'POST' ? idempotencyKey(request) : null;
      const { url, body } = request;
      const answer = await withContext(
        services,
        options.under?.(session.identity) ?? session.identity,
        async (ctx) => {
          if (key === null) return { status, value: await handler(ctx, input) };
          return once(ctx, keyOf(session, key), { method: options.method, url, body }, async () => ({
            status,
            response: serialise(reply, status, await handler(ctx, input)),
          }));
        },
        { requestId: String(request.id) },
      );
      // Only now, after the commit, does the caller hear of it.
      if ('value' in answer) {
        const { value } = answer;
        if (value instanceof JsonText) return sendJson(reply, status, value.text);
        const etag = etagOf(value);
        if (etag !== null) reply.header('etag', etag);
        return reply.code(status).send(value);
      }
      if (answer.replayed) reply.header('idempotent-replayed', 'true');
      return sendJson(reply, answer.status, answer.response);
    },
  });
}

/** What Fastify and the API's description are told of a route. */
export function schemaOf({ options, free }: Route) {
  return {
    summary: options.summary,
    tags: [options.tag],
    operationId: operationId(options.method, options.url),
    security: options.access === 'public' ? [] : [{ key: [] }, { session: [] }],
    'x-access': options.access,
    ...(options.staff ? { 'x-staff-access': options.staff } : {}),
    ...(free ? {} : { 'x-keeps-answers': true }),
    ...(options.takesFile ? { 'x-takes-file': true } : {}),
    ...(options.takesForeignForm ? { consumes: FORMS } : {}),
    ...(options.params ? { params: closed(options.params) } : {}),
    querystring: closed(options.query ?? { type: 'object', properties: {} }),
    ...(options.body ? { body: closed(options.body) } : {}),
    response: { [options.status ?? 200]: options.response, '4xx': Problem, '5xx': Problem } as Record<string, TSchema>,
  };
}

function sendJson(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').serializer(String).send(text);
}

/** The answer as it goes out, by the route's own response schema: what is stored for a repeat has no undeclared field. */
function serialise(reply: FastifyReply, status: number, value: unknown): string {
  if (value instanceof JsonText) return value.text;
  return (reply.getSerializationFunction(String(status)) ?? JSON.stringify)(value as never) as string;
}

/** `getTicketsByIdOrKeyTimeline` from `GET /api/v1/tickets/:idOrKey/timeline`. */
export function operationId(method: string, url: string): string {
  const words = url
    .replace('/api/v1/', '')
    .split('/')
    .filter(Boolean)
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
    .join('-')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

type Credentials = { cookie: string | null; bearer: string | null };
const NOBODY: Credentials = { cookie: null, bearer: null };

function credentials(request: FastifyRequest, baseUrl: string): Credentials {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  return { cookie: request.cookies[sessionCookie(baseUrl)] ?? null, bearer };
}

/** Refuses whoever may not call a route: by who they are, then by what they may do. */
function authorise(
  { access, staff }: Pick<Route['options'], 'access' | 'staff'>,
  session: Session | null,
  { cookie }: Credentials,
): void {
  if (access === 'public') return;
  if (!session && cookie !== null) throw new Fault('unauthenticated', 'Your session has ended. Sign in again.');
  if (!session)
    throw new Fault(
      'unauthenticated',
      'Nobody has signed in. A program sends an API key as "Authorization: Bearer …".',
    );
  const isStaff = session.identity.scope.principal === 'staff';
  // Until a second factor is set up where one is required, somebody of a client reaches what everybody does who is signed in, and no more.
  if (!isStaff && (access === 'contact' || access === 'anyone') && session.needsSecondFactor && staff !== 'any')
    throw new Fault('forbidden', 'Set up codes from an app first: here one proof alone is not enough.', {
      extra: { reason: 'second_factor_needed' },
    });
  if (access === 'anyone' && !isStaff) return;
  if (access === 'contact' && session.identity.scope.principal === 'contact') return;
  if (access === 'contact') throw forbidden('This is the door of a client’s people; staff use the other addresses.');
  if (!isStaff) throw new Fault('not_found', 'There is no such address for you.');
  const needed = access === 'anyone' ? (staff ?? 'any') : access;
  if (needed === 'authenticated' || needed === 'any') return;
  if (session.needsSecondFactor)
    throw new Fault('forbidden', 'Add a passkey or codes from an app first: a password alone is not enough here.', {
      extra: { reason: 'second_factor_needed' },
    });
  if (!session.identity.permissions.has(needed satisfies Permission))
    throw forbidden(`This needs the permission "${needed}", which your role or key does not have.`);
}

/** Each API key has Idempotency-Keys of its own: two keys of one person may see different clients. */
const keyOf = (session: Session, key: string) => (session.via === 'key' ? `${session.id} ${key}` : key);

function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (Array.isArray(header) || !/^[\x21-\x7e]{8,200}$/.test(header))
    throw invalid([{ path: 'Idempotency-Key', message: 'must be 8 to 200 printable characters without spaces' }]);
  return header;
}
