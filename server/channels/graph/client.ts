import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Services } from '#platform/context/index.ts';
import { guardedStream, isLoopbackHost } from '#platform/egress/index.ts';
import { withPatience } from './patience.ts';
import { type Aim, refusalFrom } from './refusal.ts';

const ANSWER_MS = 60_000;
/** A mail of 64 MB comes over a line of 2 Mbit/s. */
const STREAM_MS = 5 * 60_000;
const MOST_ANSWER_BYTES = 8 * 1_048_576;
/** Ids that stay when a mail is moved. */
const IMMUTABLE = 'IdType="ImmutableId"';

/** A mailbox at Microsoft Graph. `url`: where Graph is, an origin; `user`: the mailbox's address or id. */
export type GraphPlace = {
  url: string;
  user: string;
  /** Throws in words for people where none is given any more. */
  token(): Promise<string>;
  /** A token was refused: the next is a new one. */
  forget(): Promise<void>;
};

type Permission = Aim['permission'];

/** An answer in JSON, and when the server gave it by its own clock. */
export type Told = { body: Record<string, unknown>; at: string | null };

/** What can be asked about a mailbox. `path` goes on from the mailbox (`/mailFolders/…`), or is a link that Graph gave. */
export type Graph = {
  json(path: string, options?: { pageSize?: number }): Promise<Told>;
  /** An answer as it comes, asked for once. */
  stream(path: string): Promise<Readable>;
  change(path: string, values: object): Promise<void>;
  /** Hands over what is to be sent, once. */
  post(path: string, contentType: string, body: string): Promise<void>;
};

/** Talks to Microsoft Graph about one mailbox. Throws `GraphRefused` where it refuses, else what egress and the line throw. */
export function openGraph(services: Services, place: GraphPlace): Graph {
  const { origin } = new URL(place.url);
  const loopback = isLoopbackHost(new URL(services.baseUrl));
  const limits = { origins: new Set([origin]), loopback };
  const ask = guardedStream({ ...limits, timeoutMs: ANSWER_MS });
  const askLong = guardedStream({ ...limits, timeoutMs: STREAM_MS });
  const mailbox = `${origin}/v1.0/users/${encodeURIComponent(place.user)}`;

  const addressOf = (path: string): string => {
    if (path.startsWith('/')) return mailbox + path;
    if (URL.parse(path)?.origin !== origin)
      throw new Error(`Microsoft Graph sent a link to another place than ${origin}, which is not followed`);
    return path;
  };
  const once = async (method: string, url: string, permission: Permission, options: Sent): Promise<IncomingMessage> => {
    const answer = await (options.isLong ? askLong : ask)(url, {
      method,
      headers: { ...options.headers, authorization: `Bearer ${await place.token()}` },
      body: options.body,
    });
    const status = answer.statusCode ?? 502;
    if (status >= 200 && status < 300) return answer;
    const text = await textOf(answer).catch(() => '');
    // What it may is written into a token: the next one knows of what was allowed meanwhile.
    if (status === 403) await place.forget();
    throw refusalFrom(status, answer.headers['retry-after'], text, { user: place.user, permission });
  };
  const request: typeof once = async (...asked) => {
    try {
      return await once(...asked);
    } catch (error) {
      if ((error as { status?: unknown }).status !== 401) throw error;
      await place.forget();
      return await once(...asked);
    }
  };
  return {
    json: (path, { pageSize } = {}) => {
      const prefer = pageSize === undefined ? IMMUTABLE : `${IMMUTABLE}, odata.maxpagesize=${pageSize}`;
      const headers = { accept: 'application/json', prefer };
      return withPatience(async () => {
        const answer = await request('GET', addressOf(path), 'Mail.Read', { headers });
        const { date } = answer.headers;
        const at = date === undefined || Number.isNaN(Date.parse(date)) ? null : new Date(date).toISOString();
        const body = objectIn(await textOf(answer));
        // Judged before anybody keeps it.
        for (const link of [body['@odata.nextLink'], body['@odata.deltaLink']])
          if (typeof link === 'string') addressOf(link);
        return { body, at };
      });
    },
    stream: (path) => request('GET', addressOf(path), 'Mail.Read', { headers: { prefer: IMMUTABLE }, isLong: true }),
    change: (path, values) =>
      withPatience(async () => {
        const headers = { 'content-type': 'application/json', prefer: IMMUTABLE };
        const sent = { headers, body: JSON.stringify(values) };
        (await request('PATCH', addressOf(path), 'Mail.ReadWrite', sent)).resume();
      }),
    post: async (path, contentType, body) => {
      const sent = { headers: { 'content-type': contentType }, body };
      (await request('POST', addressOf(path), 'Mail.Send', sent)).resume();
    },
  };
}

type Sent = { headers: Record<string, string>; body?: string; isLong?: boolean };

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) throw new Error('Microsoft Graph answered more than could be read');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function objectIn(text: string): Told['body'] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Told['body'];
  } catch {
    // Said below.
  }
  throw new Error('Microsoft Graph answered something else than JSON');
}
