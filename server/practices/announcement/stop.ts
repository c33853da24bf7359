import { Fault } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { contactIdentity } from '#platform/identity/index.ts';
import { readStopToken } from '#server/channels/mail-out/index.ts';
import { wantMail } from './portal.ts';

const LOOKER = systemIdentity('Announcements');

/** Whoever presses the link of a mail wants no more about announcements, without signing in. */
export async function stopByLink(services: Services, token: string): Promise<void> {
  const reader = readStopToken(services.secret, token);
  const identity =
    reader && (await withContext(services, LOOKER, (ctx) => contactIdentity(ctx, reader.clientId, reader.contactId)));
  if (!identity) throw new Fault('not_found', 'This link does not work any more.');
  await withContext(services, identity, (ctx) => wantMail(ctx, false));
}
