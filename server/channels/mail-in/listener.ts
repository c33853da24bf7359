import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SMTPServerAddress, SMTPServerOptions } from 'smtp-server';
import { StartupError } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Services, withContext } from '#platform/context/index.ts';
import { halfOpen } from './half-open.ts';
import { RECEIVER } from './receiver.ts';
import { MOST_MAIL_BYTES, storeMail } from './store.ts';
import { takeMail } from './work.ts';

/** So many mail servers may be talking to us at once. */
const MOST_CONNECTIONS = 50;
const SILENT_MS = 60_000;
const MOST_RECIPIENTS = 100;

/** What a mail server is told: an SMTP reply (RFC 5321) with its enhanced code (RFC 3463). */
const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** A listening SMTP server: the port that it got, and how it ends. */
export type Listener = { port: number; stop(): Promise<void> };

/**
 * Listens for mail that a mail server hands on (RFC 5321). It takes mail for the addresses of mailboxes of kind "smtp" alone, is no relay,
 * and says "250" only once the mail is kept on disk and noted in the database; everything that may pass is a "4xx", so that the server keeps
 * the mail and tries again.
 * @param place.port 0 for any free one
 */
export async function listenForMail(services: Services, place: { host: string; port: number }): Promise<Listener> {
  const { SMTPServer } = await import('smtp-server');
  const running = new Set<Promise<unknown>>();
  const connections = halfOpen();
  const known = new WeakMap<SMTPServerAddress, string>();
  const server = new SMTPServer({
    banner: 'Fettle',
    size: MOST_MAIL_BYTES,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: SILENT_MS,
    closeTimeout: 5_000,
    disabledCommands: ['AUTH', 'STARTTLS'],
    // Whoever asks for a receipt gets it from the server that hands the mail on (RFC 3461): we write none.
    hideDSN: true,
    disableReverseLookup: true,
    logger: false,
    ...connections.options,
    onRcptTo(address, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(answer(452, '4.5.3 Too many recipients'));
      mailboxFor(services, address)
        .then((id) => {
          if (id === null) return done(answer(550, '5.1.1 No such mailbox here'));
          known.set(address, id);
          done();
        })
        .catch((error: unknown) => {
          services.log.error({ err: error }, 'mail: a recipient could not be looked up');
          done(answer(451, '4.3.0 Try again later'));
        });
    },
    onData(stream, session, done) {
      const answered = connections.taking(session, stream);
      const taking = take(services, stream, session.envelope, known).then(
        () => {
          done(null, '2.0.0 Taken');
          answered();
        },
        (error: unknown) => {
          stream.resume();
          done(refusalOf(services, error, stream.sizeExceeded));
          answered();
        },
      );
      running.add(taking);
      void taking.finally(() => running.delete(taking));
    },
  } satisfies SMTPServerOptions & { allowHalfOpen: boolean });
  server.server.on('connection', connections.watch);
  server.on('error', (error) => services.log.warn({ err: error }, 'mail: a connection that brought mail failed'));
  server.listen(place.port, place.host);
  await Promise.race([
    once(server.server, 'listening'),
    once(server.server, 'error').then(([cause]) => {
      throw new StartupError(
        `Mail cannot be taken on port ${place.port} of ${place.host}: ${(cause as Error).message}.`,
        {
          cause,
        },
      );
    }),
  ]);
  return {
    port: (server.server.address() as AddressInfo).port,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.allSettled(running);
    },
  };
}

type Envelope = { mailFrom: SMTPServerAddress | false; rcptTo: SMTPServerAddress[] };

/** @param mailboxes which mailbox each address belongs to, as it was looked up when it was named */
async function take(
  services: Services,
  content: NodeJS.ReadableStream,
  { mailFrom, rcptTo }: Envelope,
  mailboxes: WeakMap<SMTPServerAddress, string>,
): Promise<void> {
  await storeMail(services, {
    mailboxId: (rcptTo[0] && mailboxes.get(rcptTo[0])) ?? null,
    via: 'smtp',
    remoteKey: newId(),
    envelopeFrom: mailFrom ? mailFrom.address : '',
    envelopeTo: rcptTo.map(({ address }) => address.toLowerCase()),
    content: content as never,
  });
  // Whoever writes should not wait for the next round.
  void takeMail(services).catch((error: unknown) => services.log.error({ err: error }, 'mail: taking it in failed'));
}

function refusalOf(services: Services, error: unknown, tooLarge: boolean): Error {
  const code = (error as { code?: unknown }).code;
  if (tooLarge || code === 'too_large')
    return answer(552, `5.3.4 A mail may have at most ${MOST_MAIL_BYTES / 1_048_576} MB`);
  services.log.error({ err: error }, 'mail: one could not be kept');
  return code === 'insufficient_storage'
    ? answer(452, '4.3.1 No room left; try again later')
    : answer(451, '4.3.0 Try again later');
}

/** The mailbox that an address belongs to, with or without a part after a plus; null for any other. */
async function mailboxFor(services: Services, { address }: SMTPServerAddress): Promise<string | null> {
  const low = address.toLowerCase();
  const bare = low.replace(/\+[^@]*@/, '@');
  const [row] = await withContext(services, RECEIVER, (ctx) =>
    ctx.hot<{ id: string }>(
      'listener_mailbox',
      `select id from mailboxes where active and kind = 'smtp' and (address = $1 or (plus_addresses and address = $2))
       order by address = $1 desc limit 1`,
      [low, bare],
    ),
  );
  return row?.id ?? null;
}
