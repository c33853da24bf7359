import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import type { Services } from '../context/index.ts';
import { RATE } from './rate.ts';

/**
 * An address for programs that cannot speak our API: agents on machines, and systems that tell of alerts. It lies outside `/api/v1`, has no
 * sign-in, takes bytes of any kind as they came, and answers as the caller's protocol wants. Whoever sends is nobody, whatever cookies or
 * keys come with it.
 */
export type MachineRoute<A extends { readonly id: string } = { readonly id: string }> = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Bytes a body may have, as it comes. */
  readonly bodyLimit: number;
  /** Requests a minute from one network address, and from one caller whom `admit` knows. */
  readonly perMinute: { readonly address: number; readonly caller: number };
  /** Says who calls, by the secret that the request carries. Asked before a byte of the body is read; throws for whoever may not. */
  admit(services: Services, request: FastifyRequest): Promise<A>;
  /** `body` is empty where nothing was sent. Sends the answer and returns the reply, or throws a `Fault`. */
  answer(services: Services, asked: Asked<A>): Promise<FastifyReply>;
};

type Asked<A> = {
  readonly caller: A;
  readonly body: Buffer;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

declare module 'fastify' {
  interface FastifyRequest {
    machine: { readonly id: string } | null;
  }
}

export function defineMachineRoute<A extends { readonly id: string }>(route: MachineRoute<A>): MachineRoute {
  return route as unknown as MachineRoute;
}

/** Adds them to a scope of their own: its parsers, which take everything, are nobody else's. `rate` is what the whole is allowed. */
export function addMachineRoutes(
  scope: FastifyInstance,
  routes: readonly MachineRoute[],
  services: Services,
  rate: number,
): void {
  const often = (perMinute: number) => Math.round(perMinute * Math.max(1, rate / RATE));
  scope.decorateRequest('machine', null);
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, bytes: Buffer) => bytes);
  for (const route of routes) {
    const ofCaller = scope.createRateLimit({
      max: often(route.perMinute.caller),
      timeWindow: 60_000,
      allowList: [],
      keyGenerator: (request) => request.machine?.id ?? '',
    });
    scope.route({
      method: route.method,
      url: route.url,
      bodyLimit: route.bodyLimit,
      schema: { hide: true },
      config: {
        rateLimit: {
          max: often(route.perMinute.address),
          hook: 'onRequest',
          allowList: [],
          keyGenerator: (request) => request.ip,
        },
      },
      preParsing: async (request) => {
        request.machine = await route.admit(services, request);
        const count = await ofCaller(request);
        if (!count.isAllowed && count.isExceeded)
          throw new Fault('too_many_requests', `Too many requests; wait ${count.ttlInSeconds} seconds.`, {
            extra: { retryAfter: count.ttlInSeconds },
          });
      },
      handler: async (request, reply) => {
        const { machine: caller, body } = request;
        if (!caller) throw new Error(`${route.method} ${route.url} was answered for nobody`);
        return route.answer(services, {
          caller,
          body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
          request,
          reply,
        });
      },
    });
  }
}
