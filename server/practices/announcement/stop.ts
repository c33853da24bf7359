import { Fault } from '#kernel/errors.ts';
import { type Identity, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { contactIdentity } from '#platform/identity/index.ts';
import { portalCodeOf } from '#platform/portal-address/index.ts';
import { callingReader } from '#platform/words/index.ts';
import { readStopToken } from '#server/channels/mail-out/index.ts';
import type { StopLink } from '#shared/announcement.ts';
import { wantMail } from './portal.ts';

const LOOKER = systemIdentity('Announcements');

/** Whoever holds the link of a mail, and of which client; the same refusal for any link that is none. */
async function holderOf(services: Services, token: string): Promise<{ clientId: string; identity: Identity }> {
  const reader = readStopToken(services.secret, token);
  const identity =
    reader && (await withContext(services, LOOKER, (ctx) => contactIdentity(ctx, reader.clientId, reader.contactId)));
  if (!identity) throw new Fault('not_found', 'This link does not work any more.');
  return { clientId: reader.clientId, identity };
}

/** In which language the holder of a link is spoken to, and whose portal it is; stops nothing. */
export async function lookAtStop(services: Services, token: string): Promise<StopLink> {
  const { clientId, identity } = await holderOf(services, token);
  const { language } = await withContext(services, identity, callingReader);
  return { language, portal: await withContext(services, LOOKER, (ctx) => portalCodeOf(ctx, clientId)) };
}

/** Whoever presses the link of a mail wants no more about announcements, without signing in. */
export async function stopByLink(services: Services, token: string): Promise<void> {
  const { identity } = await holderOf(services, token);
  await withContext(services, identity, (ctx) => wantMail(ctx, false));
}
