import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../context/index.ts';
import { newToken } from './token.ts';

const nameOf = (services: Services) =>
  services.baseUrl.startsWith('https:') ? '__Host-fettle_sign_in' : 'fettle_sign_in';

/** The secret that a browser was given when it began to sign in; undefined where it has none. */
export function browserSecret(services: Services, request: FastifyRequest): string | undefined {
  const held = request.cookies[nameOf(services)];
  return held !== undefined && /^[\w-]{43}$/.test(held) ? held : undefined;
}

/** Gives the browser a secret of its own, or lets it keep its own, so that nobody else can finish what it begins. */
export function giveBrowserSecret(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
): string {
  const secret = browserSecret(services, request) ?? newToken();
  reply.setCookie(nameOf(services), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: services.baseUrl.startsWith('https:'),
    maxAge: seconds,
  });
  return secret;
}
