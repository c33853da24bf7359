import { isIP } from 'node:net';
import type { Services } from '#platform/context/index.ts';
import { reachableAddress } from '#platform/egress/index.ts';
import type { Letter } from './compose.ts';
import type { MailServer } from './server.ts';
import { installationHeader } from './thread-id.ts';

const CONNECT_MS = 10_000;
/** How long the server may be silent in between. With the others far below the time for which a claim holds. */
const SILENT_MS = 60_000;

/**
 * Hands one letter to the server over a connection of its own and answers what the server said. The name of the server is looked up
 * here and its certificate checked against it; without encryption nothing is said to another machine. Throws what the library or
 * egress throws: `failure.ts` reads it.
 */
export async function deliver(services: Services, server: MailServer, letter: Letter): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const address = await reachableAddress(server.host);
  const name = new URL(services.baseUrl).hostname;
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(isIP(server.host) ? {} : { servername: server.host }),
    tls: { minVersion: 'TLSv1.2' },
    ...(server.password === null ? {} : { auth: { user: server.username, pass: server.password } }),
    ...(name.includes('.') && !isIP(name) ? { name } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { name: mark, value } = installationHeader(services.secret);
    return (await transport.sendMail({ ...letter, headers: { ...letter.headers, [mark]: value } })).response;
  } finally {
    transport.close();
  }
}
