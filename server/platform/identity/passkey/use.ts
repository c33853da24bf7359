import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import type { PasskeyAssertion, PasskeyRequest } from '#shared/passkey.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '../../context/index.ts';
import type { Session } from '../../http/index.ts';
import { visitorOf } from '../address.ts';
import { staffEvent } from '../staff-event.ts';
import { countTry, forgive } from '../throttle.ts';
import { type Bound, CHALLENGE_MS, issueChallenge, type Purpose, spendChallenge } from './challenge.ts';
import { requireRelyingParty } from './relying-party.ts';
import { userHandle } from './user-handle.ts';
import { type WebAuthn, webauthn } from './webauthn.ts';

const SIGN_IN = systemIdentity('Sign-in');
const REFUSED = 'This passkey is not known here, or did not prove who you are.';

/** What the browser needs to sign with a passkey; a person who is known already is asked for one of their own. */
export async function askForPasskey(ctx: Ctx, purpose: Purpose, bound: Bound): Promise<PasskeyRequest> {
  const party = requireRelyingParty(ctx.services.baseUrl);
  const own =
    bound &&
    (await ctx.tx
      .selectFrom('passkeys')
      .select(['credential_id', 'transports'])
      .where('staff_id', '=', bound.staffId)
      .execute());
  const challenge = await issueChallenge(ctx, purpose, bound);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    ...(own ? { allowCredentials: own.map((row) => ({ id: row.credential_id, transports: row.transports })) } : {}),
  });
  return options as PasskeyRequest;
}

/**
 * Judges a signature and, when it proves its owner, runs `then` for them in the same transaction. User verification (finger,
 * face or PIN) is demanded, so a passkey counts as two factors. Throws `unauthenticated`, the same for an unknown passkey,
 * a wrong signature, another origin and a counter that went back (a sign of a copied key, which the event log then tells).
 */
export async function usePasskey<R>(
  services: Services,
  purpose: Purpose,
  session: Session | null,
  bound: Bound,
  response: PasskeyAssertion,
  request: FastifyRequest,
  then: (ctx: Ctx, staffId: string) => Promise<R>,
): Promise<R> {
  const buckets = [{ name: `passkey ${visitorOf(request.ip)}`, limit: 60 }];
  const { challenge, at } = await withContext(services, SIGN_IN, async (ctx) => ({
    at: await countTry(ctx, buckets),
    challenge: await spendChallenge(ctx, purpose, bound, response.response.clientDataJSON),
  }));
  const identity = session ? { ...SIGN_IN, actor: session.identity.actor } : SIGN_IN;
  const outcome = await withContext(services, identity, async (ctx) => {
    const passkey = await ctx.tx
      .selectFrom('passkeys')
      .innerJoin('staff', 'staff.id', 'passkeys.staff_id')
      .selectAll('passkeys')
      .where('credential_id', '=', response.id)
      .where('staff.active', '=', true)
      .forUpdate('passkeys')
      .executeTakeFirst();
    if (!passkey || (bound && bound.staffId !== passkey.staff_id)) return null;
    const { userHandle: handle } = response.response;
    if (handle && handle !== Buffer.from(userHandle(passkey.staff_id)).toString('base64url')) return null;
    const counter = await signedCounter(services, response, challenge, passkey);
    if (counter === null) return null;
    if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter) {
      const { id, name } = passkey;
      await staffEvent(ctx, passkey.staff_id, 'staff.passkey_suspicious', { id, name, address: request.ip });
      return null;
    }
    await ctx.tx.updateTable('passkeys').set({ counter, last_used_at: ctx.now }).where('id', '=', passkey.id).execute();
    await forgive(ctx, buckets, at);
    return { value: await then(ctx, passkey.staff_id) };
  });
  if (outcome === null) throw new Fault('unauthenticated', REFUSED);
  return outcome.value;
}

/** The counter that a right signature carries; null for a wrong one. Whether it went back is for the caller to judge. */
async function signedCounter(
  services: Services,
  response: PasskeyAssertion,
  challenge: string,
  passkey: { credential_id: string; public_key: Buffer },
): Promise<number | null> {
  const party = requireRelyingParty(services.baseUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<WebAuthn['verifyAuthenticationResponse']>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: passkey.credential_id, publicKey: Uint8Array.from(passkey.public_key), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch (error) {
    services.log.warn({ err: error }, 'sign-in: a passkey was refused');
    return null;
  }
}
