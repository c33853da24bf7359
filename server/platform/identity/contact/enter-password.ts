import type { FastifyRequest } from 'fastify';
import { Fault } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '../../context/index.ts';
import { appendEvent } from '../../events/index.ts';
import { knownHere, NOBODY } from '../known-here.ts';
import { checkPassword } from '../password.ts';
import { forgetCallers } from '../remembered.ts';
import { countTry, forgive, passwordBuckets, plainEmail } from '../throttle.ts';
import { candidatesFor } from './candidates.ts';
import type { Entry } from './enter.ts';
import { openContact } from './open.ts';

const SIGN_IN = systemIdentity('Sign-in');
const REFUSED = 'The e-mail address or the password is not right.';
const TOO_MANY = 'Too many failed tries. Wait 15 minutes, or use another way to sign in.';
/** At everybody's door several clients may know an address, each with a password of its own: so many are tried, whoever it is. */
const TRIED_AT_ALL = 3;

/**
 * Signs somebody of a client in by password. Throws `unauthenticated`, the same and as late whether the address, a password or neither
 * is known, and `too_many_requests`.
 */
export async function enterByPassword(
  services: Services,
  shown: { email: string; password: string; clientId: string | null },
  chosen: string | undefined,
  request: FastifyRequest,
): Promise<Entry> {
  const email = plainEmail(shown.email);
  const { holders, buckets, at } = await withContext(services, SIGN_IN, async (ctx) => {
    const candidates = await candidatesFor(ctx, email, shown.clientId);
    const able = candidates.filter(({ policy }) => policy.password);
    const hashes = await ctx.tx
      .selectFrom('credentials')
      .select(['client_id', 'contact_id', 'password_hash'])
      .where('password_hash', 'is not', null)
      .where('contact_id', 'in', able.length > 0 ? able.map(({ contactId }) => contactId) : [NOBODY])
      .execute();
    const holders = able.flatMap((one) => {
      const row = hashes.find((held) => held.client_id === one.clientId && held.contact_id === one.contactId);
      return row ? [{ ...one, hash: row.password_hash }] : [];
    });
    const known = await knownHere(ctx, able.length > 0 ? able : [{ clientId: NOBODY, contactId: NOBODY }], request.ip);
    const buckets = passwordBuckets(`portal ${email}`, request.ip, known);
    return { holders, buckets, at: await countTry(ctx, buckets, TOO_MANY) };
  });
  const fitting: typeof holders = [];
  for (let round = 0; round < (shown.clientId === null ? TRIED_AT_ALL : 1); round++) {
    const holder = holders[round];
    if ((await checkPassword(holder?.hash ?? null, shown.password)) && holder) fitting.push(holder);
  }
  const meant = chosen === undefined ? fitting : fitting.filter(({ contactId }) => contactId === chosen);
  const entry = await withContext(services, SIGN_IN, async (ctx): Promise<Entry | null> => {
    const [who] = meant;
    if (!who) {
      const [about] = holders;
      await appendEvent(ctx, {
        clientId: about?.clientId ?? null,
        subjectType: 'contact',
        subjectId: about?.contactId ?? NOBODY,
        type: 'contact.sign_in_refused',
        data: { address: request.ip, by: 'password' },
      });
      return null;
    }
    await forgive(ctx, buckets, at);
    if (meant.length > 1) return { choices: meant.map(({ contactId, client }) => ({ contactId, client })) };
    const { clientId, contactId } = who;
    return openContact(ctx, { clientId, contactId, way: 'password', by: 'password' }, request);
  });
  if (entry === null) throw new Fault('unauthenticated', REFUSED);
  forgetCallers(services);
  return entry;
}
