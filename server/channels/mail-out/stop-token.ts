import { seal, unseal } from '#platform/secrets/index.ts';

const PURPOSE = 'announcement mail';
/** Bytes of two ids, a blank, and what sealing adds. */
const LENGTH = 2 * 36 + 1 + 28;
type Reader = { clientId: string; contactId: string };

/**
 * The page on which the reader of a mail about announcements says that they want no more. Its token says who they are, to this
 * installation alone; it is in the fragment, which is sent to no server by itself.
 */
export function stopPath(secret: Buffer, mail: { client_id: string; contact_id: string | null }): string {
  const said = `${mail.client_id} ${mail.contact_id ?? ''}`;
  return `/portal/stop-mail#token=${seal(secret, PURPOSE, Buffer.from(said)).toString('base64url')}`;
}

/** Whose token it is; null for any that is not ours. */
export function readStopToken(secret: Buffer, token: string): Reader | null {
  const sealed = Buffer.from(token, 'base64url');
  if (sealed.length !== LENGTH) return null;
  try {
    const [clientId = '', contactId = ''] = unseal(secret, PURPOSE, sealed).toString().split(' ');
    return { clientId, contactId };
  } catch {
    return null;
  }
}
