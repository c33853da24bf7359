import type { FastifyRequest } from 'fastify';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { exchangeCode, takeFlow } from '#platform/identity/index.ts';
import { portalPathOf } from '#platform/portal-address/index.ts';
import type { Refusal } from '#shared/sign-in-words.ts';
import { enter } from './enter.ts';
import { readProvider, redirectUriAt } from './provider.ts';
import { whoIs } from './who.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** Where a flow ended: a session's token, or why not; and the path of the door it began at, where that is known. */
export type Outcome = { door: string | null } & ({ token: string } | { refused: Refusal });

/** Takes the browser back from a client's provider. Each state works once, in the browser that began it, for that provider only. */
export async function finishFlow(
  services: Services,
  providerId: string,
  secret: string | undefined,
  request: FastifyRequest,
): Promise<Outcome> {
  const query = new URL(request.url, services.baseUrl).searchParams;
  const state = query.get('state') ?? '';
  const taken = await withContext(services, SIGN_IN, async (ctx) => {
    const flow = secret === undefined ? null : await takeFlow(ctx, state, secret);
    if (!flow) return null;
    if (flow.providerId !== providerId) return 'mixed up';
    const provider = await readProvider(ctx, null, providerId).catch(() => null);
    const redirect = provider && (await redirectUriAt(ctx, provider, request.host).catch(() => null));
    return provider && redirect ? { provider, redirect, door: await portalPathOf(ctx, provider.client_id) } : 'gone';
  });
  if (!taken || secret === undefined) return { door: null, refused: 'expired' };
  if (typeof taken === 'string' || !taken.provider.active) return { door: null, refused: 'failed' };
  const { provider, redirect, door } = taken;
  if (query.get('error') === 'access_denied') return { door, refused: 'cancelled' };
  const flow = { intent: 'sign_in', state, secret } as const;
  const proof = await exchangeCode(services, provider, redirect, flow, query.toString()).catch((error: unknown) => {
    services.log.warn({ err: error, provider: provider.id }, 'sign-in: the answer of a client’s provider was refused');
    return null;
  });
  const who = proof && whoIs(provider, { ...proof.claims, token: proof.token });
  if (!who) return { door, refused: 'failed' };
  return { door, ...(await enter(services, provider, who, request)) };
}
