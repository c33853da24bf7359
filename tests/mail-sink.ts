import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail as it came over the wire. */
export type Received = { from: string; to: string[]; raw: string; secure: boolean };

export type Sink = {
  port: number;
  mails: Received[];
  /** What is answered to the next mails' text, one each: a code and words, `drop` for a cut connection; then all is taken. */
  answers: (readonly [code: number, words: string] | 'drop')[];
  /** The same for the recipient. */
  recipients: (readonly [code: number, words: string])[];
};

/** A header's value with its folds undone; undefined where the mail has none. */
export function headerOf(mail: Received | undefined, name: string): string | undefined {
  const [head = ''] = (mail?.raw ?? '').split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const line = unfolded.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}

/** What a mail says as HTML; undefined where it has none. */
export function htmlOf({ raw }: Received): string | undefined {
  const [, head = '', body = ''] = /content-type: text\/html([\s\S]*?)\r\n\r\n([\s\S]*?)(?:\r\n--|$)/i.exec(raw) ?? [];
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body || undefined;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Made for these tests and known to everybody: for "localhost" and "mail.test", until 2126. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcYH3nKLvKUAkH13A
FX6i2nX2lipWodwjIC/rsAHVFL+hRANCAAShH68MuLPFakLrILaAXJ+SNkRCzox6
u2m0fsQKtd+5ohM2O3QMo0Ty6ZFDaZqXxmDWo557gKe9gzG9B+hi7z3w
-----END PRIVATE KEY-----`;
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBoDCCAUagAwIBAgIUPjhqbfMblMCI2KwXqjkMTbZ4z+AwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzIzNTk0OFoYDzIxMjYxMTAz
MjM1OTQ4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAShH68MuLPFakLrILaAXJ+SNkRCzox6u2m0fsQKtd+5ohM2O3QMo0Ty
6ZFDaZqXxmDWo557gKe9gzG9B+hi7z3wo3QwcjAdBgNVHQ4EFgQUnSj6Galvwo7+
xMK/Pbz+YnGZW+cwHwYDVR0jBBgwFoAUnSj6Galvwo7+xMK/Pbz+YnGZW+cwDwYD
VR0TAQH/BAUwAwEB/zAfBgNVHREEGDAWgglsb2NhbGhvc3SCCW1haWwudGVzdDAK
BggqhkjOPQQDAgNIADBFAiAWrbWe168dT/Zg4zo/1HJFkfIlxvxc28FekTo+xQl9
IAIhAIJWE2vSyGVeGKvGUwbX5S2a5hqcsWKvRqYER5Wc2kg0
-----END CERTIFICATE-----`;

const refusal = ([responseCode, words]: readonly [number, string]) => Object.assign(new Error(words), { responseCode });

/** A mail server on this machine that keeps what it is sent; it takes one password where it asks for any. */
export async function openSink(options: SMTPServerOptions & { password?: string } = {}): Promise<Sink> {
  const { password, ...rest } = options;
  const sink: Sink = { port: 0, mails: [], answers: [], recipients: [] };
  const server = new SMTPServer({
    key: KEY,
    cert: CERTIFICATE,
    disableReverseLookup: true,
    authOptional: password === undefined,
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username })
        : done(refusal([535, '5.7.8 Username and password not accepted'])),
    onRcptTo: (_address, _session, done) => {
      const answer = sink.recipients.shift();
      done(answer ? refusal(answer) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const answer = sink.answers.shift();
        if (Array.isArray(answer)) return done(refusal(answer as [number, string]));
        sink.mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
          secure: session.secure,
        });
        // The worst moment: the server has the mail, and we never hear of it.
        if (answer === 'drop') for (const connection of server.connections) connection.close();
        else done(null, `2.0.0 Ok: taken as ${sink.mails.length}`);
      });
    },
    ...rest,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  sink.port = (server.server.address() as AddressInfo).port;
  return sink;
}
