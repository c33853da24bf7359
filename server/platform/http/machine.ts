import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import type { Services } from '../context/index.ts';
import { toFault } from './problem.ts';
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
  /** Bodies of more bytes (or of an unknown number) that are in hand at once; whoever brings one more is told to come again. */
  readonly large?: { readonly bytes: number; readonly atOnce: number };
  /** Requests a minute from one network address, and from one caller whom `admit` knows. */
  readonly perMinute: { readonly address: number; readonly caller: number };
  /** Says who calls, by the secret that the request carries. Asked before a byte of the body is read; throws for whoever may not. */
  admit(services: Services, request: FastifyRequest): Promise<A>;
  /** Told when a body that was admitted has more bytes than `bodyLimit`: it is refused, and nothing of it is known. */
  tooLarge?(services: Services, caller: A, request: FastifyRequest): Promise<void>;
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
    const takeTurn = turnsOf(route);
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
      errorHandler: async (error, request) => {
        if (toFault(error).code === 'too_large' && !request.body && request.machine)
          await route.tooLarge?.(services, request.machine, request);
        throw error;
      },
      preParsing: async (request, reply) => {
        request.machine = await route.admit(services, request);
        const count = await ofCaller(request);
        if (!count.isAllowed && count.isExceeded)
          throw new Fault('too_many_requests', `Too many requests; wait ${count.ttlInSeconds} seconds.`, {
            extra: { retryAfter: count.ttlInSeconds },
          });
        takeTurn(request, reply);
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

/** Counts the large bodies of a route that are in hand, from before they are read until they are answered. */
function turnsOf({ large }: MachineRoute): (request: FastifyRequest, reply: FastifyReply) => void {
  let inHand = 0;
  return (request, reply) => {
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!large || length <= large.bytes) return;
    if (inHand >= large.atOnce) throw new Fault('unavailable', 'Too many large bodies are in hand; send it again.');
    inHand += 1;
    reply.raw.once('close', () => {
      inHand -= 1;
    });
  };
}
