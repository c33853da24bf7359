import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** Requests a minute from one session, key or (for nobody) address. */
export const RATE = 1_200;

export const callerOf = (request: FastifyRequest): string => request.session?.id ?? request.ip;

const personOf = (request: FastifyRequest): string | null => request.session?.identity.scope.contactId ?? null;

/**
 * What one of a client's people may ask of a route in a minute, in however many browsers; everybody else as much as of any. Where the
 * whole is allowed more than usual, this grows with it.
 */
export function perPerson(most: number, whole: number): Pick<RateLimitOptions, 'max' | 'keyGenerator'> {
  const each = Math.round(most * Math.max(1, whole / RATE));
  return {
    max: (request) => (personOf(request) === null ? whole : Math.min(each, whole)),
    keyGenerator: (request) => personOf(request) ?? callerOf(request),
  };
}
