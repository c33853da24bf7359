import { seal, unseal } from '#platform/secrets/index.ts';

const PURPOSE = 'announcement mail';
/** Bytes of two ids, a blank, and what sealing adds. */
const LENGTH = 2 * 36 + 1 + 28;
type Reader = { clientId: string; contactId: string };

/** Says to this installation alone who reads a mail about announcements, so that they can want no more of them without signing in. */
export function stopToken(secret: Buffer, mail: { client_id: string; contact_id: string | null }): string {
  const said = `${mail.client_id} ${mail.contact_id ?? ''}`;
  return seal(secret, PURPOSE, Buffer.from(said)).toString('base64url');
}

/** The page on which they say so by a press. The token is in the fragment, which is sent to no server by itself. */
export const stopPage = (token: string): string => `/portal/stop-mail#token=${token}`;

/** Where a mail program says so for them by POST (RFC 8058); a GET leads to the page. */
export const stopAddress = (token: string): string => `/api/v1/announcement-mail-links/${token}`;

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
