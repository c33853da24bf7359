import type { FastifyRequest } from 'fastify';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { portalPathOf } from '#platform/portal-address/index.ts';
import type { SamlAnswer } from '#shared/client-sso.ts';
import type { Refusal } from '#shared/sign-in-words.ts';
import { contactFor } from '../account.ts';
import { enter } from '../enter.ts';
import { type AnyRow, readAnyProvider, redirectUriAt } from '../provider.ts';
import type { Who } from '../who.ts';
import type { Said } from './assertion.ts';
import { SamlFault } from './fault.ts';
import { judge } from './judge.ts';
import { entityIdOf } from './present.ts';
import { keepAnswer, type Trip, takeAnswer, takeTrip, useUp } from './trip.ts';
import { whoSaid } from './who.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** Where the browser goes after an answer was looked at. */
export type Next = { refused: Refusal; door: string | null } | { handle: string } | { triedAt: string };

/**
 * Takes what a provider made a browser post. Nobody is signed in by it: another site may have sent anybody's answer. It is judged, noted for
 * whoever set the provider up, and kept for the browser that began, which shows so by its cookie in a request of its own.
 */
export async function takePosted(
  services: Services,
  providerId: string,
  posted: { SAMLResponse: string; RelayState: string },
  request: FastifyRequest,
): Promise<Next> {
  const begun = await withContext(services, SIGN_IN, async (ctx) => {
    const trip = await takeTrip(ctx, posted.RelayState);
    if (!trip) return null;
    const provider = await readAnyProvider(ctx, null, trip.providerId).catch(() => null);
    const acs = provider && (await redirectUriAt(ctx, provider, request.host).catch(() => null));
    const fits = trip.providerId === providerId && provider?.kind === 'saml' && acs === trip.acs;
    return { trip, provider: fits ? provider : null, door: provider && (await portalPathOf(ctx, provider.client_id)) };
  });
  if (!begun) return { refused: 'expired', door: null };
  const { trip, provider, door } = begun;
  if (!provider || (!provider.active && !trip.trial)) return { refused: 'failed', door };
  const judged = await look(services, provider, trip, posted.SAMLResponse);
  if (trip.trial) {
    await withContext(services, SIGN_IN, async (ctx) =>
      note(ctx, provider, { trial: true, fault: judged.fault, who: await tried(services, provider, judged.who) }),
    );
    return { triedAt: provider.client_id };
  }
  if (!judged.who) {
    services.log.warn(
      { err: judged.fault, provider: provider.id },
      'sign-in: the answer of a client’s provider was refused',
    );
    await withContext(services, SIGN_IN, (ctx) =>
      note(ctx, provider, { trial: false, fault: judged.fault, who: null }),
    );
    return { refused: 'failed', door };
  }
  const { who } = judged;
  return withContext(services, SIGN_IN, async (ctx) => {
    if ((provider.last_answer as SamlAnswer | null)?.fault)
      await note(ctx, provider, { trial: false, fault: null, who: null });
    return { handle: await keepAnswer(ctx, { trip, who }) };
  });
}

/** Signs the browser in that began, once, by the handle of the answer that was kept. */
export async function finishTrip(
  services: Services,
  providerId: string,
  handle: string,
  secret: string | undefined,
  request: FastifyRequest,
): Promise<{ door: string | null } & ({ token: string } | { refused: Refusal })> {
  const answer =
    secret === undefined ? null : await withContext(services, SIGN_IN, (ctx) => takeAnswer(ctx, handle, secret));
  if (answer?.trip.providerId !== providerId) return { door: null, refused: 'expired' };
  const found = await withContext(services, SIGN_IN, async (ctx) => {
    const provider = await readAnyProvider(ctx, null, providerId).catch(() => null);
    return { provider, door: provider && (await portalPathOf(ctx, provider.client_id)) };
  });
  const { provider, door } = found;
  if (!provider?.active) return { door, refused: 'failed' };
  return { door, ...(await enter(services, provider, answer.who, request)) };
}

type Judged = { who: Who; fault: null } | { who: null; fault: SamlFault };

async function look(services: Services, provider: AnyRow, trip: Trip, sent: string): Promise<Judged> {
  try {
    const said = await judge(sent, {
      issuer: provider.issuer,
      entityId: entityIdOf(services.baseUrl, provider.id),
      acs: trip.acs,
      requestId: trip.requestId,
      now: Date.parse(services.now()),
      certificates: provider.certificates,
      signOnUrl: provider.sign_on_url ?? '',
    });
    const who = whoSaid(provider, said);
    await refuseReplay(services, provider.id, said);
    return { who, fault: null };
  } catch (error) {
    if (!(error instanceof SamlFault)) throw error;
    return { who: null, fault: error };
  }
}

async function refuseReplay(services: Services, providerId: string, { id, until }: Said): Promise<void> {
  const end = new Date(until).toISOString();
  if (!(await withContext(services, SIGN_IN, (ctx) => useUp(ctx, providerId, id, end))))
    throw new SamlFault('replayed');
}

class Undone extends Error {}

/** What would become of somebody, found by doing it and taking it back. */
async function tried(services: Services, provider: AnyRow, who: Who | null): Promise<SamlAnswer['who']> {
  if (who === null) return null;
  let outcome = 'unknown';
  await withContext(services, SIGN_IN, async (ctx) => {
    const before = await people(ctx, provider.client_id);
    const found = await contactFor(ctx, provider, who);
    if ('refused' in found) outcome = found.refused;
    else outcome = (await people(ctx, provider.client_id)) > before ? 'new' : 'known';
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return { ...who, outcome };
}

async function people(ctx: Ctx, clientId: string): Promise<number> {
  const { count } = await ctx.tx
    .selectFrom('contacts')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('client_id', '=', clientId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Notes an answer at its provider. It is no change of the provider: who edits it meanwhile is not disturbed. */
async function note(
  ctx: Ctx,
  provider: AnyRow,
  { trial, fault, who }: { trial: boolean; fault: SamlFault | null; who: SamlAnswer['who'] },
): Promise<void> {
  const answer: SamlAnswer = { at: ctx.now, trial, fault: fault?.code ?? null, detail: fault?.detail ?? '', who };
  await ctx.tx
    .updateTable('client_identity_providers')
    .set({ last_answer: JSON.stringify(answer) })
    .where('client_id', '=', provider.client_id)
    .where('id', '=', provider.id)
    .execute();
}
