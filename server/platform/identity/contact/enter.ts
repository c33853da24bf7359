import type { FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '../../context/index.ts';
import { contactEvent } from '../contact-link.ts';
import { contactIdentity } from '../identities.ts';
import { forgetCallers } from '../remembered.ts';
import { openSession } from '../session.ts';
import { countTry, forgive } from '../throttle.ts';
import { candidatesFor } from './candidates.ts';
import { codeBuckets, readMailProof, type ShownProof, spendMailProofs } from './mail-proof.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** A session's token, or whom the address may stand for: the proof is not used up before one was chosen. */
export type Entry = { token: string } | { choices: { contactId: string; client: string }[] };

/** Signs somebody of a client in who shows what a mail to their address said. */
export async function enterByMail(
  services: Services,
  shown: ShownProof,
  chosen: string | undefined,
  request: FastifyRequest,
): Promise<Entry> {
  const buckets = 'code' in shown ? codeBuckets(shown.email, shown.secret) : [];
  const at = 'code' in shown ? await withContext(services, SIGN_IN, (ctx) => countTry(ctx, buckets, TOO_MANY)) : '';
  const entry = await withContext(services, SIGN_IN, async (ctx): Promise<Entry | null> => {
    const proved = await readMailProof(ctx, shown);
    if (!proved) return null;
    const candidates = await candidatesFor(ctx, proved.email, proved.clientId);
    const fitting = candidates.filter(({ mail, contactId }) => mail && (chosen === undefined || contactId === chosen));
    if ('code' in shown) await forgive(ctx, buckets, at);
    if (fitting.length > 1) return { choices: fitting.map(({ contactId, client }) => ({ contactId, client })) };
    const [who] = fitting;
    const identity = who && (await contactIdentity(ctx, who.clientId, who.contactId));
    if (!who || !identity) return null;
    await spendMailProofs(ctx, proved.email);
    await contactEvent({ ...ctx, actor: identity.actor }, who, 'contact.signed_in', {
      address: request.ip,
      by: 'code' in shown ? 'code' : 'link',
    });
    return { token: await openSession(ctx, { kind: 'contact', ...who, way: 'mail' }, request) };
  });
  if (entry === null) throw invalid([wrong(shown)]);
  forgetCallers(services);
  return entry;
}

const TOO_MANY = 'Too many codes were wrong. Use the link in the mail, or ask for a new mail in 15 minutes.';

const wrong = (shown: ShownProof) =>
  'code' in shown
    ? { path: 'code', message: 'is not right, is used up or too old' }
    : { path: 'token', message: 'is used up or too old; ask for a new link' };
