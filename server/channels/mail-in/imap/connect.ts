import { isIP } from 'node:net';
import type { ImapFlow } from 'imapflow';
import type { Services } from '#platform/context/index.ts';
import { reachableAddress } from '#platform/egress/index.ts';
import { unseal } from '#platform/secrets/index.ts';
import { accessToken } from '../oauth/token.ts';
import { MAILBOX_PASSWORD } from '../put-access.ts';
import type { Access } from '../watch/access.ts';

const CONNECT_MS = 15_000;
const SILENT_MS = 120_000;
/** Some servers end an IDLE after ten minutes (RFC 2177 allows 29); it is begun anew before. */
const IDLE_MS = 9 * 60_000;

/**
 * Connects to the server of a mailbox and signs in. The name of the server is looked up here and its certificate checked against it; without
 * encryption nothing is said to another machine. Throws what the library or egress throws.
 */
export async function connectTo(services: Services, access: Access): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow');
  const { host, port, security, username } = access;
  if (host === null || port === null) throw new Error('Nobody has said where this mailbox is');
  const client = new ImapFlow({
    host: await reachableAddress(host),
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    ...(isIP(host) ? {} : { servername: host }),
    tls: { minVersion: 'TLSv1.2' },
    auth: { user: username, ...(await secretOf(services, access)) },
    clientInfo: { name: 'Fettle' },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    maxIdleTime: IDLE_MS,
    autoIdleDelay: 1_000,
    logger: false,
  });
  // What goes wrong between two commands is met by the next one.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** A password, or a token (XOAUTH2 or OAUTHBEARER, whichever the server offers). */
async function secretOf(services: Services, { auth, mailbox_id, password }: Access) {
  if (auth === 'oauth') return { accessToken: await accessToken(services, mailbox_id) };
  return { pass: password === null ? '' : unseal(services.secret, MAILBOX_PASSWORD, password).toString() };
}
