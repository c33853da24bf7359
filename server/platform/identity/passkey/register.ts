import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { PasskeyAttestation, PasskeyCreation } from '#shared/passkey.ts';
import type { Ctx, Services } from '../../context/index.ts';
import { asSystem, type Person } from '../person.ts';
import { rotateSession } from '../session.ts';
import { staffEvent } from '../staff-event.ts';
import { CHALLENGE_MS, issueChallenge, spendChallenge } from './challenge.ts';
import { requireRelyingParty } from './relying-party.ts';
import { userHandle } from './user-handle.ts';
import { ALGORITHMS, type WebAuthn, webauthn } from './webauthn.ts';

/** Passkeys that one person may have. */
const MOST = 20;

const boundTo = (who: Person) => ({ staffId: who.staffId, sessionId: who.session.id });

/** What the browser needs to make a passkey for this person. */
export async function offerPasskey(ctx: Ctx, who: Person): Promise<PasskeyCreation> {
  const party = requireRelyingParty(ctx.services.baseUrl);
  const staff = await ctx.tx
    .selectFrom('staff')
    .select(['name', 'email'])
    .where('id', '=', who.staffId)
    .executeTakeFirstOrThrow();
  const known = await ctx.tx
    .selectFrom('passkeys')
    .select(['credential_id', 'transports'])
    .where('staff_id', '=', who.staffId)
    .execute();
  if (known.length >= MOST) throw invalid([{ path: 'passkeys', message: `are ${MOST} already; remove one first` }]);
  const challenge = await issueChallenge(ctx, 'passkey_register', boundTo(who));
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    supportedAlgorithmIDs: ALGORITHMS,
    rpName: 'Fettle',
    rpID: party.id,
    userName: staff.email,
    userDisplayName: staff.name,
    userID: userHandle(who.staffId),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: known.map((row) => ({ id: row.credential_id, transports: row.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return options as PasskeyCreation;
}

/**
 * Keeps the passkey that the browser made, and gives the session the token that is returned. Throws `invalid` when the answer is not
 * one to our challenge, origin and party.
 */
export async function keepPasskey(
  services: Services,
  who: Person,
  name: string,
  response: PasskeyAttestation,
): Promise<{ id: string; token: string }> {
  const party = requireRelyingParty(services.baseUrl);
  const challenge = await asSystem(services, who.session, (ctx) =>
    spendChallenge(ctx, 'passkey_register', boundTo(who), response.response.clientDataJSON),
  );
  const { verifyRegistrationResponse } = await webauthn();
  const made = await verifyRegistrationResponse({
    supportedAlgorithmIDs: ALGORITHMS,
    response: response as Parameters<WebAuthn['verifyRegistrationResponse']>[0]['response'],
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    services.log.warn({ err: error }, 'sign-in: a new passkey was refused');
    return { verified: false } as const;
  });
  if (!made.verified) throw invalid([{ path: 'response', message: 'is not a passkey for this address' }]);
  const { credential, credentialBackedUp } = made.registrationInfo;
  return asSystem(services, who.session, async (ctx) => {
    const id = newId();
    await ctx.tx
      .insertInto('passkeys')
      .values({
        id,
        credential_id: credential.id,
        staff_id: who.staffId,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: name.trim(),
        synced: credentialBackedUp,
        created_at: ctx.now,
      })
      .execute();
    await staffEvent(ctx, who.staffId, 'staff.passkey_added', { name: name.trim() });
    return { id, token: await rotateSession(ctx, who.session.id) };
  });
}
