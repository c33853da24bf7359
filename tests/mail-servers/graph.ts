import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A mail in a mailbox at the simulator. `stamp` counts the changes of the mailbox. */
type Mail = { id: string; folder: string; raw: string; receivedAt: string; isRead: boolean; stamp: number };
type Trouble = { status: number; code: string; message?: string; retryAfter?: string } | 'reset' | 'half' | 'slow';

/** Microsoft Graph for one mailbox, on this machine; it refuses what Microsoft refuses. */
export type GraphServer = {
  origin: string;
  user: string;
  /** What the token may, and whether a policy keeps the application out of the mailbox. */
  permissions: Set<string>;
  isKeptOut: boolean;
  /** Mails a page; Microsoft's default is 10, and what is asked for is only a wish. */
  pageSize: number;
  /** Happens once each, in order, to requests whose path matches; then everything goes well. */
  troubles: { on: RegExp; trouble: Trouble }[];
  /** Called before each page is answered. */
  beforePage: (() => void) | null;
  /** Leads paging links elsewhere. */
  linkOrigin: string | null;
  /** Milliseconds by which its clock is ahead of ours. */
  skewMs: number;
  requests: string[];
  sent: string[];
  /** Takes the mail and breaks the line before it says so. */
  losesAnswers: boolean;
  /** Gives mails that are sent a Message-ID of its own. */
  renames: boolean;
  deliver(raw: string, options?: { folder?: string; receivedAt?: string; null?: boolean }): string;
  move(id: string, folder: string): void;
  remove(id: string): void;
  isRead(id: string): boolean;
  touch(id: string): void;
  /** Forgets every link it gave, as Microsoft does after some days or whenever it likes. */
  forgetLinks(): void;
};

type Options = { isActive: (token: string) => Promise<boolean>; user?: string; folders?: Record<string, string> };

const MOST_BYTES = 4 * 1_048_576;

/** @param options.folders ids of folders by their name; the inbox is always there */
export async function openGraphServer({ isActive, user = 'desk@harbour.example', folders = {} }: Options) {
  const mails = new Map<string, Mail>();
  const removed: { id: string; folder: string; stamp: number }[] = [];
  const odd = new Set<string>();
  let stamp = 0;
  let generation = 1;
  const ids: Record<string, string> = { Inbox: 'AAinbox==', 'Sent Items': 'AAsent==', ...folders };
  const state: GraphServer = {
    ...{ origin: '', user, permissions: new Set(['Mail.Read', 'Mail.Send']), isKeptOut: false, pageSize: 10 },
    ...{ troubles: [], beforePage: null, linkOrigin: null, skewMs: 0, requests: [], sent: [] },
    ...{ losesAnswers: false, renames: false },
    deliver(raw, { folder = 'Inbox', receivedAt, null: isOdd } = {}) {
      // Case matters in ids, and they hold signs that mean something in addresses.
      const id = `AA${randomUUID().replaceAll('-', '')}+/=`;
      const at = receivedAt ?? new Date(Date.now() + state.skewMs).toISOString();
      mails.set(id, { id, folder: ids[folder] ?? '', raw, receivedAt: at, isRead: false, stamp: ++stamp });
      if (isOdd) odd.add(id);
      return id;
    },
    move(id, folder) {
      const mail = mails.get(id) as Mail;
      removed.push({ id, folder: mail.folder, stamp: ++stamp });
      mails.set(id, { ...mail, folder: ids[folder] ?? '', stamp: ++stamp });
    },
    remove(id) {
      removed.push({ id, folder: mails.get(id)?.folder ?? '', stamp: ++stamp });
      mails.delete(id);
    },
    isRead: (id) => mails.get(id)?.isRead ?? false,
    touch: (id) => void Object.assign(mails.get(id) as Mail, { stamp: ++stamp }),
    forgetLinks: () => void generation++,
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', state.origin);
    const path = decodeURIComponent(url.pathname);
    state.requests.push(`${request.method} ${path}`);
    const body = await bodyOf(request);
    const say = (status: number, told: object | string | null, headers: Record<string, string> = {}) => {
      const date = new Date(Date.now() + state.skewMs).toUTCString();
      const type = typeof told === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
      response.writeHead(status, { date, ...(told === null ? {} : { 'content-type': type }), ...headers });
      response.end(told === null || typeof told === 'string' ? (told ?? undefined) : JSON.stringify(told));
    };
    const refuse = (status: number, code: string, message = code, headers = {}) =>
      say(status, { error: { code, message, innerError: { 'request-id': randomUUID() } } }, headers);

    const at = state.troubles.findIndex(({ on }) => on.test(`${request.method} ${path}`));
    const [trouble] = at < 0 ? [] : state.troubles.splice(at, 1);
    if (trouble?.trouble === 'reset') return void request.socket.destroy();
    if (trouble?.trouble === 'half') {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100000' }).write('Subject: Half a ma');
      return void setTimeout(() => request.socket.destroy(), 50);
    }
    if (trouble?.trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_000));
    else if (trouble) {
      const { status, code, message, retryAfter } = trouble.trouble;
      return refuse(status, code, message, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    }
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!(await isActive(token)))
      return refuse(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.');
    const [, version, users, who, ...rest] = path.split('/');
    if (version !== 'v1.0' || users !== 'users')
      return refuse(400, 'BadRequest', 'Resource not found for the segment.');
    if (who?.toLowerCase() !== state.user)
      return refuse(404, 'ErrorInvalidUser', `The requested user '${who}' is invalid.`);
    if (state.isKeptOut) return refuse(403, 'ErrorAccessDenied', 'Access to OData is disabled.');
    const needs = rest[0] === 'sendMail' ? 'Mail.Send' : request.method === 'PATCH' ? 'Mail.ReadWrite' : 'Mail.Read';
    if (!state.permissions.has(needs) && !(needs === 'Mail.Read' && state.permissions.has('Mail.ReadWrite')))
      return refuse(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    const isImmutable = /IdType="ImmutableId"/.test(String(request.headers['prefer'] ?? ''));
    // Without the wish for immutable ids a mail has another one in each folder.
    const idOf = ({ id, folder }: Pick<Mail, 'id' | 'folder'>) => (isImmutable ? id : `${id}.${folder}`);

    if (rest[0] === 'sendMail') return takeIn(request, body, say, refuse);
    if (rest[0] === 'messages') {
      const mail = mails.get(
        rest[1]?.includes('.')
          ? ''
          : rest
              .slice(1)
              .join('/')
              .replace(/\/\$value$/, ''),
      );
      if (!mail) return refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
      if (request.method === 'PATCH') {
        if (!/json/.test(request.headers['content-type'] ?? '')) return refuse(415, 'RequestBodyRead');
        Object.assign(mail, { isRead: JSON.parse(body).isRead, stamp: ++stamp });
        return say(200, { id: idOf(mail), isRead: mail.isRead });
      }
      return path.endsWith('/$value') ? say(200, mail.raw) : say(200, { id: idOf(mail) });
    }
    if (rest[0] !== 'mailFolders') return refuse(400, 'BadRequest');
    if (rest.length === 1 || rest[2] === 'childFolders') return say(200, { value: foldersNamed(url, rest[1]) });
    const name = Object.keys(ids).find(
      (one) => ids[one] === rest[1] || one.replace(' ', '').toLowerCase() === rest[1]?.toLowerCase(),
    );
    if (name === undefined) return refuse(404, 'ErrorItemNotFound', 'The specified folder was not found.');
    const folder = ids[name] ?? '';
    const inside = [...mails.values()].filter((mail) => mail.folder === folder);
    if (rest.length === 2) return say(200, { id: folder, displayName: name, totalItemCount: inside.length });
    state.beforePage?.();
    if (rest[3] === 'delta') return delta(url, folder, idOf, say, refuse);
    return list(url, inside, idOf, say, refuse);
  };

  const foldersNamed = (url: URL, parent: string | undefined) => {
    const wanted = /^displayName eq '(.*)'$/.exec(url.searchParams.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
    const path = parent === undefined ? '' : `${Object.keys(ids).find((name) => ids[name] === parent)}/`;
    const id = ids[`${path}${wanted}`];
    return id === undefined ? [] : [{ id, displayName: wanted, totalItemCount: 0 }];
  };

  type Say = (status: number, told: object | string | null) => void;
  type Refuse = (status: number, code: string, message?: string) => void;
  const shown = (mail: Mail, id: string) =>
    odd.has(mail.id)
      ? { id, receivedDateTime: null, isDraft: null }
      : { '@odata.type': '#microsoft.graph.message', id, receivedDateTime: mail.receivedAt, isDraft: false };

  const delta = (url: URL, folder: string, idOf: (mail: Mail) => string, say: Say, refuse: Refuse) => {
    if (url.searchParams.has('$filter') || url.searchParams.has('$search'))
      return refuse(400, 'ErrorInvalidUrlQueryFilter', 'The query is not supported.');
    const token = url.searchParams.get('$deltatoken') ?? url.searchParams.get('$skiptoken');
    const [from = 0, of = generation] = (token ?? `0.${generation}`).split('.').map(Number);
    if (of !== generation) return refuse(410, 'SyncStateNotFound', 'The sync state generation is not found');
    const changes = [
      ...[...mails.values()].filter((mail) => mail.folder === folder && mail.stamp > from),
      ...(from === 0 ? [] : removed.filter((gone) => gone.folder === folder && gone.stamp > from)),
    ].sort((a, b) => a.stamp - b.stamp);
    const page = changes.slice(0, state.pageSize);
    const base = `${state.linkOrigin ?? state.origin}${url.pathname}`;
    const upTo = page.at(-1)?.stamp ?? Math.max(from, stamp);
    const value = page.map((change) =>
      'raw' in change
        ? shown(change as Mail, idOf(change as Mail))
        : { id: change.id, '@removed': { reason: 'deleted' } },
    );
    // Microsoft tells some entries twice.
    if (value.length > 1) value.push(value[0] as (typeof value)[number]);
    const link =
      changes.length > page.length
        ? { '@odata.nextLink': `${base}?$skiptoken=${upTo}.${generation}` }
        : { '@odata.deltaLink': `${base}?$deltatoken=${upTo}.${generation}` };
    return say(200, { '@odata.context': 'delta', ...link, value });
  };

  const list = (url: URL, inside: Mail[], idOf: (mail: Mail) => string, say: Say, refuse: Refuse) => {
    const filter = url.searchParams.get('$filter') ?? '';
    const since = /^receivedDateTime ge (\S+)$/.exec(filter)?.[1];
    const messageId = /^internetMessageId eq '(.*)'$/.exec(filter)?.[1];
    const mark =
      /^singleValueExtendedProperties\/Any\(ep: ep\/id eq 'String \{00020386-0000-0000-C000-000000000046\} Name X-Fettle-Mail' and ep\/value eq '(.*)'\)$/i.exec(
        filter,
      )?.[1];
    if (filter !== '' && since === undefined && messageId === undefined && mark === undefined)
      return refuse(
        400,
        'ErrorInvalidUrlQueryFilter',
        `The query filter contains one or more invalid nodes: ${filter}`,
      );
    const found = inside
      .filter((mail) => since === undefined || mail.receivedAt >= since)
      .filter((mail) => messageId === undefined || headerIn(mail.raw, 'Message-ID') === messageId)
      .filter((mail) => mark === undefined || headerIn(mail.raw, 'X-Fettle-Mail') === mark)
      .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
    const skip = Number(url.searchParams.get('$skip') ?? 0);
    const top = Math.min(Number(url.searchParams.get('$top') ?? 10), 1_000);
    const next = new URL(url);
    next.searchParams.set('$skip', String(skip + top));
    const more = found.length > skip + top ? { '@odata.nextLink': next.href } : {};
    const value = found
      .slice(skip, skip + top)
      .map((mail) => ({ ...shown(mail, idOf(mail)), internetMessageId: headerIn(mail.raw, 'Message-ID') }));
    return say(200, { ...more, value });
  };

  const takeIn = (request: IncomingMessage, body: string, say: Say, refuse: Refuse) => {
    const kind = request.headers['content-type'] ?? '';
    if (Buffer.byteLength(body) > MOST_BYTES) return refuse(413, 'RequestEntityTooLarge', 'The request is too large.');
    const isMime = kind.startsWith('text/plain');
    if (!isMime && !kind.startsWith('application/json'))
      return refuse(415, 'RequestBodyRead', 'A supported MIME type could not be found.');
    if (isMime && !/^[A-Za-z0-9+/]+={0,2}$/.test(body))
      return refuse(400, 'ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.');
    if (!isMime) return refuse(400, 'BadRequest', 'This simulator takes MIME alone.');
    const raw = Buffer.from(body, 'base64').toString();
    if (/^To: .*@nowhere\.invalid/im.test(raw))
      return refuse(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    if (!new RegExp(`^From: .*${state.user}`, 'im').test(raw))
      return refuse(403, 'ErrorSendAsDenied', 'The user account does not have the right to send mail as this user.');
    const kept = state.renames
      ? raw.replace(/^Message-ID: .*$/im, `Message-ID: <${randomUUID()}@outlook.example>`)
      : raw;
    state.sent.push(kept);
    state.deliver(kept, { folder: 'Sent Items' });
    if (state.losesAnswers) return void request.socket.destroy();
    return say(202, null);
  };

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

/** A header's value with its folds undone. */
export function headerIn(raw: string, name: string): string | undefined {
  const [head = ''] = raw.split(/\r?\n\r?\n/);
  const line = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
