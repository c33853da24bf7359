import type { FastifyRequest } from 'fastify';
import type { SignInWay } from '#shared/portal-sign-in.ts';
import type { Ctx } from '../../context/index.ts';
import { contactEvent } from '../contact-link.ts';
import { contactIdentity } from '../identities.ts';
import { openSession } from '../session.ts';
import type { Opened, Stage } from '../sign-in.ts';
import { policyFor } from './policy.ts';
import { factorAsked } from './second-factor.ts';

/** How somebody of a client came in. `by` is what the log says of it. */
export type ContactEntry = {
  clientId: string;
  contactId: string;
  way: SignInWay;
  providerId?: string;
  by: string;
};

/**
 * Opens a session for somebody of a client: half open where their code is still asked. Null where they are not there any more.
 * `proved`: they have shown the code.
 */
export async function openContact(
  ctx: Ctx,
  { by, ...who }: ContactEntry,
  request: FastifyRequest,
  proved = false,
): Promise<Opened | null> {
  const identity = await contactIdentity(ctx, who.clientId, who.contactId);
  if (!identity) return null;
  const asked = await factorAsked(ctx, who, who.way, await policyFor(ctx, who.clientId));
  const stage: Stage = asked === 'code' && !proved ? 'second_factor' : 'full';
  if (stage === 'full')
    await contactEvent({ ...ctx, actor: identity.actor }, who, 'contact.signed_in', { address: request.ip, by });
  const token = await openSession(ctx, { kind: 'contact', ...who }, request, { stage, secondFactor: proved });
  return { token, stage };
}
