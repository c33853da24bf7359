import type { FastifyRequest } from 'fastify';
import { invalid } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '../../context/index.ts';
import { forgetCallers } from '../remembered.ts';
import type { Opened } from '../sign-in.ts';
import { countTry, forgive } from '../throttle.ts';
import { candidatesFor } from './candidates.ts';
import { codeBuckets, readMailProof, type ShownProof, spendMailProofs } from './mail-proof.ts';
import { openContact } from './open.ts';

const SIGN_IN = systemIdentity('Sign-in');

/** A session, open or half open, or whom the address may stand for: the proof is not used up before one was chosen. */
export type Entry = Opened | { choices: { contactId: string; client: string }[] };

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
    const fitting = candidates.filter(
      ({ policy, contactId }) => policy.mail && (chosen === undefined || contactId === chosen),
    );
    if ('code' in shown) await forgive(ctx, buckets, at);
    if (fitting.length > 1) return { choices: fitting.map(({ contactId, client }) => ({ contactId, client })) };
    const [who] = fitting;
    if (!who) return null;
    const { clientId, contactId } = who;
    const by = 'code' in shown ? 'code' : 'link';
    const opened = await openContact(ctx, { clientId, contactId, way: 'mail', by }, request);
    if (opened) await spendMailProofs(ctx, proved.email);
    return opened;
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
