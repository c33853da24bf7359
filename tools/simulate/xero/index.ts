import { createHash, createHmac } from 'node:crypto';
import type { Ask, Push, PushTarget, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { openApi, refusal } from './api.ts';
import { type Books, type Document, openBooks } from './books.ts';
import { CLIENT_ID, CLIENT_SECRET, openOauth } from './oauth.ts';

export type { Books } from './books.ts';

const MINUTE_MS = 60_000;
const CALLS_A_MINUTE = 60;
const AT_ONCE = 5;
/** For so long a call that was made is known again by its key. */
const KEYS_MS = 6 * MINUTE_MS;
export const WEBHOOK_KEY = 'simulated-webhook-key-0123456789';

/** A call of Xero about a change, signed with the key of the webhook. */
export function xeroCall(
  books: Books,
  document: Pick<Document, 'id'> | null,
  target: PushTarget,
  key = target.secret,
): Push {
  const { tenant } = books;
  const event = document && {
    ...{ resourceUrl: `https://api.xero.com/api.xro/2.0/Invoices/${document.id}`, resourceId: document.id },
    ...{ eventDateUtc: '2026-12-01T00:00:00.000', eventType: 'UPDATE', eventCategory: 'INVOICE' },
    ...{ tenantId: tenant.id, tenantType: 'ORGANISATION' },
  };
  const events = event ? [event] : [];
  const body = JSON.stringify({ events, firstEventSequence: 1, lastEventSequence: 1, entropy: 'SIMULATED' });
  const signature = createHmac('sha256', key).update(body).digest('base64');
  return { url: target.url, headers: { 'content-type': 'application/json', 'x-xero-signature': signature }, body };
}

/** Xero with an organisation of its own; `books` is there once it was started. */
export function simulatedXero(): { vendor: SimulatedVendor; readonly books: Books; revoke(): void } {
  let opened: { books: Books; revoke(): void } | null = null;
  const vendor: SimulatedVendor = {
    key: 'xero',
    name: 'Xero',
    basePath: '',
    open(tools) {
      const side = openSide(tools);
      opened = side;
      return side.side;
    },
  };
  return {
    vendor,
    get books() {
      if (!opened) throw new Error('It was not started yet');
      return opened.books;
    },
    revoke: () => opened?.revoke(),
  };
}

function openSide({ world, tokens, origin, call }: Tools) {
  const { now } = world;
  const books = openBooks(
    now,
    world.sites.map(({ name }) => name),
    (document) => call((target) => xeroCall(books, document, target)),
  );
  const oauth = openOauth(tokens, now);
  const api = openApi(books, () => world.switches.pageSize);
  const kept = new Map<string, { hash: string; reply: Reply; at: number }>();
  let calls: number[] = [];

  const limit = (ask: Ask): Reply | null => {
    if (!world.switches.limits) return null;
    calls = calls.filter((at) => now() - at < MINUTE_MS);
    const problem = ask.atOnce > AT_ONCE ? 'concurrent' : calls.length >= CALLS_A_MINUTE ? 'minute' : null;
    if (problem === null) {
      calls.push(now());
      return null;
    }
    const seconds = Math.max(1, Math.ceil(((calls[0] ?? now()) + MINUTE_MS - now()) / 1_000));
    const headers = { 'retry-after': String(seconds), 'x-rate-limit-problem': problem };
    return { ...refusal(429, 'Rate limit exceeded'), headers };
  };

  /** The same call by its key is answered as before, and done once. */
  const once = (ask: Ask, answer: () => Reply): Reply => {
    const key = ask.headers['idempotency-key'];
    if (ask.method === 'GET' || key === undefined) return answer();
    if (key.length > 128) return refusal(400, 'The Idempotency-Key is too long');
    const hash = createHash('sha256').update(`${ask.method} ${ask.path} `).update(ask.body).digest('hex');
    const before = kept.get(key);
    if (before && now() - before.at < KEYS_MS)
      return before.hash === hash ? before.reply : refusal(400, 'The Idempotency-Key was used for another call');
    const reply = answer();
    if (reply.status < 400) kept.set(key, { hash, reply, at: now() });
    return reply;
  };

  const answer = (ask: Ask): Reply => {
    if (ask.path === '/identity/connect/authorize') return oauth.authorize(ask);
    if (ask.path === '/connect/token') return oauth.token(ask);
    if (!oauth.isSignedIn(ask)) return refusal(401, 'TokenExpired: token expired or was revoked');
    if (ask.path === '/connections')
      return {
        status: 200,
        body: books.tenant.connected
          ? [
              {
                id: books.tenant.id,
                tenantId: books.tenant.id,
                tenantType: 'ORGANISATION',
                tenantName: books.tenant.name,
              },
            ]
          : [],
      };
    const [, root, version, ...rest] = ask.path.split('/');
    if (root !== 'api.xro' || version !== '2.0') return refusal(404, 'There is no such resource');
    if (ask.headers['xero-tenant-id'] !== books.tenant.id || !books.tenant.connected)
      return refusal(403, 'AuthenticationUnsuccessful');
    return limit(ask) ?? once(ask, () => api(ask, rest));
  };

  const pay = ({ number, amount, date = new Date(now()).toISOString().slice(0, 10) }: Record<string, unknown>) => {
    const whole = Math.round(Number(amount) * 100);
    if (typeof number !== 'string' || !(whole > 0)) throw new TypeError('number and amount are needed');
    return { id: books.pay(number, whole, String(date)).id };
  };

  return {
    books,
    revoke: () => oauth.revoke(),
    side: {
      credentials: [
        { key: 'clientId', label: 'Client id', value: CLIENT_ID },
        { key: 'clientSecret', label: 'Client secret', value: CLIENT_SECRET },
        { key: 'webhookKey', label: 'Webhook key', value: WEBHOOK_KEY },
        { key: 'authorizeUrl', label: 'Sign-in address', value: `${origin}/identity/connect/authorize` },
        { key: 'tokenUrl', label: 'Token address', value: `${origin}/connect/token` },
        { key: 'apiUrl', label: 'API address', value: origin },
      ],
      refusal: (status: number): Reply => refusal(status, status === 429 ? 'Rate limit exceeded' : 'Out of order'),
      doings: { pay },
      answer,
    },
  };
}
