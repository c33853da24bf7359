import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { MOST_FILE_BYTES } from '#shared/file-words.ts';
import type { Services } from '../context/index.ts';
import { observe } from '../metrics/index.ts';
import { prepareClosing } from './closing.ts';
import { takeForms } from './foreign-form.ts';
import { addMachineRoutes, type MachineRoute } from './machine.ts';
import { rememberMethods } from './methods.ts';
import { OPENAPI } from './openapi.ts';
import { presentOpenApi } from './openapi-document.ts';
import { addProbes } from './probes.ts';
import { sendProblem } from './problem.ts';
import { callerOf, RATE } from './rate.ts';
import { addReference } from './reference.ts';
import { register } from './register.ts';
import { checkRoute, type Route } from './route.ts';
import { securityHeaders } from './security.ts';
import type { Authenticate, Session } from './session.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';
import { addWebApp } from './web-app.ts';

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null;
  }
}

export type AppOptions = {
  services: Services;
  authenticate: Authenticate;
  routes: readonly Route[];
  /** Addresses for programs that cannot speak the API. */
  machines?: readonly MachineRoute[];
  /** Proxies whose X-Forwarded-* headers are believed; none by default. */
  trustProxy?: string[];
  rateLimit?: number;
  /** Whoever sends it may read the metrics; null: only this machine may. */
  metricsToken?: string | null;
  /** Is told of every answer once it is sent. */
  onAnswered?(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Where the built web app lies; without one there is the API alone. */
  webFolder?: string | null;
  /** Whether a host is a client's own. */
  isOfClient?(host: string): Promise<boolean>;
};

/** Puts the HTTP side together: every route is checked, then registered the same way. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, authenticate, routes } = options;
  const rate = options.rateLimit ?? RATE;
  const headers = securityHeaders(services.baseUrl);
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1_048_576,
    // Refused before the body is looked at, by their names: see readable.ts.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 200 },
    // An address that cannot be read never gets to the hooks below.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply.headers(headers)),
  });
  const methodsAt = rememberMethods(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    reply.header('x-request-id', request.id);
  });
  // After the check of where a request comes from, which goes by the kind as well: a form is refused, however empty.
  app.addHook('preParsing', async (request) => {
    // No bytes are of no kind: many programs name one with every request, also where there is nothing to send.
    const { 'content-length': length = '0', 'transfer-encoding': streamed } = request.headers;
    if (length === '0' && streamed === undefined) delete request.headers['content-type'];
  });
  prepareClosing(app);
  app.addHook('onResponse', async (request, reply) => observe(request, reply));
  if (options.onAnswered) app.addHook('onResponse', options.onAnswered);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fileSize: MOST_FILE_BYTES },
    throwFileSizeLimit: true,
  });
  await app.register(rateLimit, {
    global: true,
    max: rate,
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: callerOf,
    // Files of the web app cost next to nothing, and a page asks for many at once; probes must never be refused.
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, context) =>
      new Fault('too_many_requests', `Too many requests; wait ${context.after}.`, {
        extra: { retryAfter: Math.ceil(context.ttl / 1000) },
      }),
  });
  await app.register(swagger, { openapi: OPENAPI });
  await app.register(async (scope) => {
    for (const route of routes) {
      checkRoute(route);
      if (!route.options.takesForeignForm) register(scope, route, services, authenticate, rate);
    }
  });
  await app.register(async (scope) => {
    takeForms(scope);
    for (const route of routes)
      if (route.options.takesForeignForm) register(scope, route, services, authenticate, rate);
  });
  await app.register(async (scope) => addMachineRoutes(scope, options.machines ?? [], services, rate));
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => presentOpenApi(app.swagger()));
  await addReference(app);
  addProbes(app, services, options.metricsToken ?? null);
  await addWebApp(app, options.webFolder ?? null, methodsAt, options.isOfClient ?? (async () => false));
  return app;
}
