import type { FastifyRequest } from 'fastify';
import type { Refusal } from '#shared/sign-in-words.ts';
import { type Services, systemIdentity, withContext } from '../../context/index.ts';
import type { Session } from '../../http/index.ts';
import { openSession, renewSession } from '../session.ts';
import type { Opened, Stage } from '../sign-in.ts';
import { staffEvent } from '../staff-event.ts';
import { accountFor, linkIdentity } from './account.ts';
import { redirectUri } from './client.ts';
import { exchangeCode, type Proof } from './exchange.ts';
import { type Flow, takeFlow } from './flow.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** Where a flow ended: a session to hand out (or none, for a link), or why not. `flow` is null when it was not ours. */
export type Outcome = { flow: Flow | null } & ({ refused: Refusal } | { opened: Opened | null });

/** Takes the browser back from a provider. Each state works once, in the browser that began it, for that provider only. */
export async function finishFlow(
  services: Services,
  key: string,
  session: Session | null,
  secret: string | undefined,
  request: FastifyRequest,
): Promise<Outcome> {
  const query = new URL(request.url, services.baseUrl).searchParams;
  const state = query.get('state') ?? '';
  const taken = await withContext(services, SIGN_IN, async (ctx) => {
    const flow = secret === undefined ? null : await takeFlow(ctx, state, secret);
    if (!flow) return null;
    const provider = await ctx.tx
      .selectFrom('identity_providers')
      .selectAll()
      .where('id', '=', flow.providerId)
      .where('key', '=', key)
      .where('active', '=', true)
      .executeTakeFirst();
    return { flow, provider };
  });
  if (!taken || secret === undefined) return { flow: null, refused: 'expired' };
  const { flow, provider } = taken;
  if (!provider) return { flow, refused: 'failed' };
  if (query.get('error') === 'access_denied') return { flow, refused: 'cancelled' };
  if (flow.sessionId !== null && (flow.sessionId !== session?.id || flow.staffId === null))
    return { flow, refused: 'expired' };
  const proof = await exchangeCode(
    services,
    provider,
    redirectUri(services, key),
    { ...flow, state, secret },
    query.toString(),
  ).catch((error: unknown) => {
    services.log.warn({ err: error, provider: key }, 'sign-in: an identity provider’s answer was refused');
    return null;
  });
  if (!proof) return { flow, refused: 'failed' };
  if (flow.intent === 'sign_in') return { flow, ...(await signIn(services, provider, proof, request)) };
  return { flow, ...(await forPerson(services, provider, proof, flow, session)) };
}

type ProviderRow = Parameters<typeof accountFor>[1];

async function signIn(services: Services, provider: ProviderRow, proof: Proof, request: FastifyRequest) {
  return withContext(services, SIGN_IN, async (ctx): Promise<{ refused: Refusal } | { opened: Opened }> => {
    const found = await accountFor(ctx, provider, proof.claims);
    if ('refused' in found) return found;
    const { staffId } = found;
    const credentials = await ctx.tx
      .selectFrom('credentials')
      .select('totp_confirmed_at')
      .where('staff_id', '=', staffId)
      .executeTakeFirst();
    // A code of one's own is still asked for, unless the provider says that it asked for a second factor itself.
    const stage: Stage = credentials?.totp_confirmed_at && !proof.multiFactor ? 'second_factor' : 'full';
    if (stage === 'full')
      await staffEvent(ctx, staffId, 'sign_in.succeeded', { address: request.ip, by: provider.name });
    const { authenticatedAt } = proof;
    const token = await openSession(ctx, { kind: 'staff', staffId }, request, {
      stage,
      // Being signed in at the provider since yesterday is no fresh proof of today.
      ...(authenticatedAt !== null && authenticatedAt < ctx.now ? { authenticatedAt } : {}),
    });
    return { opened: { token, stage } };
  });
}

/** Links an identity to, or confirms, the person whose session began the flow. */
async function forPerson(
  services: Services,
  provider: ProviderRow,
  { claims }: Proof,
  flow: Flow,
  session: Session | null,
): Promise<{ refused: Refusal } | { opened: Opened | null }> {
  const { staffId } = flow;
  if (!session || staffId === null) return { refused: 'expired' };
  return withContext(services, { ...SIGN_IN, actor: session.identity.actor }, async (ctx) => {
    if (flow.intent === 'link') {
      const linked = await linkIdentity(ctx, provider, claims, staffId);
      return 'refused' in linked ? linked : { opened: null };
    }
    const own = await ctx.tx
      .selectFrom('federated_identities')
      .select('id')
      .where('issuer', '=', claims.issuer)
      .where('subject', '=', claims.subject)
      .where('staff_id', '=', staffId)
      .executeTakeFirst();
    if (!own) return { refused: 'taken' };
    return { opened: { token: await renewSession(ctx, session.id), stage: 'full' } };
  });
}
