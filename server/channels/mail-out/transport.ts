import { isIP } from 'node:net';
import { type Services, withContext } from '#platform/context/index.ts';
import { reachableAddress } from '#platform/egress/index.ts';
import type { Letter } from './compose.ts';
import { signerFor } from './dkim/keys.ts';
import { MAILER } from './mailer.ts';
import { marked } from './mime.ts';
import type { MailServer } from './server.ts';
import { tokenSource } from './tokens.ts';

const CONNECT_MS = 10_000;
/** How long the server may be silent in between. With the others far below the time for which a claim holds. */
const SILENT_MS = 60_000;

/** As whom the server is signed in to: by a password, by the token of a mailbox (XOAUTH2), or not at all. */
async function authOf(services: Services, { mailboxId, username, password }: MailServer) {
  if (mailboxId !== null) {
    const accessToken = await tokenSource()
      .token(services, mailboxId)
      .catch((cause: unknown) => {
        throw Object.assign(new Error(cause instanceof Error ? cause.message : String(cause), { cause }), {
          code: 'EAUTH',
        });
      });
    return { type: 'OAuth2' as const, user: username, accessToken };
  }
  return password === null ? null : { user: username, pass: password };
}

/**
 * Hands one letter to the server over a connection of its own and answers what the server said. The name of the server is looked up
 * here and its certificate checked against it; without encryption nothing is said to another machine. Throws what the library or
 * egress throws: `failure.ts` reads it.
 */
export async function deliverBySmtp(services: Services, server: MailServer, letter: Letter): Promise<string> {
  const { createTransport } = await import('nodemailer');
  const address = await reachableAddress(server.host);
  const auth = await authOf(services, server);
  const dkim = await withContext(services, MAILER, (ctx) => signerFor(ctx, letter.from.address));
  const name = new URL(services.baseUrl).hostname;
  const transport = createTransport({
    host: address,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(isIP(server.host) ? {} : { servername: server.host }),
    tls: { minVersion: 'TLSv1.2' },
    ...(auth === null ? {} : { auth }),
    ...(dkim === null ? {} : { dkim }),
    ...(name.includes('.') && !isIP(name) ? { name } : {}),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    return (await transport.sendMail(marked(services, letter))).response;
  } catch (error) {
    if (server.mailboxId !== null && (error as { code?: unknown }).code === 'EAUTH')
      await tokenSource().forget(services, server.mailboxId);
    throw error;
  } finally {
    transport.close();
  }
}
