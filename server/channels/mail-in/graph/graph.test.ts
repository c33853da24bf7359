import type { Readable } from 'node:stream';
import { Readable as Stream } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { Fault } from '#kernel/errors.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { IncomingCounts, IncomingPage, MailboxTried, MailboxView } from '#shared/mail.ts';
import { openDesk } from '#tests/desk.ts';
import { openGraphServer } from '#tests/mail-servers/graph.ts';
import { openTokenProvider } from '#tests/mail-servers/token-provider.ts';
import { moveClock, welcome } from '#tests/visitor.ts';
import { storeMail } from '../store.ts';
import { watchOne } from '../watch/watch.ts';
import { takeMail } from '../work.ts';

/** Against a simulator that refuses what Microsoft refuses. Each test ends with what came in, exactly once. */
const desk = await openDesk({ roles: ['web'] });
const { browser } = await welcome(desk, { name: 'Olga Owner', role: 'owner' });
await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' });
});
const provider = await openTokenProvider();
const isActive = async (token: string) => provider.holds(token);
const server = await openGraphServer({ isActive, folders: { Support: 'AAsup==', 'Support/New': 'AAnew==' } });
const { put } = desk.services.files;

const oauth = {
  ...{ provider: 'other', grant: 'app', clientId: provider.clientId, clientSecret: provider.clientSecret },
  ...{ authorizeUrl: `${provider.origin}/authorize`, tokenUrl: `${provider.origin}/token`, scope: 'mail' },
};
const fields = (changes: object = {}, version = 0) => ({
  ...{ name: 'Desk', address: 'desk@harbour.example', kind: 'graph', active: true, servesId: null, teamId: null },
  ...{ ticketKind: 'incident', trustedServers: [], acknowledges: true, plusAddresses: false, version },
  graph: { url: server.origin, oauth, ...changes },
});
const raw = (subject: string) =>
  `From: Ada Adams <ada@acme.example>\r\nTo: desk@harbour.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '.')}@acme.example>\r\nDate: Fri, 27 Nov 2026 10:00:00 +0000\r\n\r\nText of ${subject}\r\n`;
const all = async () => ((await browser.call('GET', '/mail/incoming?limit=100')).body as IncomingPage).items;
/** What came in; whoever writes more than 20 an hour is kept back, which is no less than a ticket here. */
const subjects = async () => (await all()).map(({ subject }) => subject).sort();
const view = async () =>
  ((await browser.call('GET', '/mail/mailboxes')).body as { items: MailboxView[] }).items.find(
    ({ id }) => id === box.id,
  ) as MailboxView;
const silent = async () => ((await browser.call('GET', '/mail/incoming/counts')).body as IncomingCounts).silent;
const tried = async () => (await browser.call('POST', `/mail/mailboxes/${box.id}/test`)).body as MailboxTried;
const change = async (changes: object) =>
  browser.call('PUT', `/mail/mailboxes/${box.id}`, fields(changes, (await view()).version));

/** Looks once, as the role does every half minute, until nothing more is at hand. */
async function look(): Promise<MailboxView> {
  const before = (await view()).graph?.lookedAt;
  const stop = new AbortController();
  const watching = watchOne(desk.services, box.id, stop.signal);
  const ended = watching.then(() => true);
  await expect
    .poll(
      async () => {
        if (await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 60, false))])) return true;
        const { waits } = await progress();
        return waits === 0 && (await view()).graph?.lookedAt !== before;
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe(true);
  stop.abort();
  await watching;
  await takeMail(desk.services);
  return view();
}
const progress = async () =>
  desk.run(async (ctx) => {
    const { count } = await ctx.tx
      .selectFrom('mailbox_items')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('mailbox_id', '=', box.id)
      .where('state', '=', 'wanted')
      .where('attempts', '=', 0)
      .executeTakeFirstOrThrow();
    return { waits: Number(count) };
  });
/** What was refused may be tried again at once. */
const atOnce = () =>
  desk.run(async (ctx) => {
    await ctx.tx.updateTable('mailbox_access').set({ retry_at: null }).execute();
    await ctx.tx.updateTable('mailbox_items').set({ next_at: null }).execute();
  });

server.deliver(raw('Old and answered'), { receivedAt: '2026-11-01T10:00:00Z' });
server.deliver(raw('Older still'), { receivedAt: '2026-10-01T10:00:00Z' });
const box = (await browser.call('POST', '/mail/mailboxes', fields())).body as MailboxView;

beforeEach(() => {
  Object.assign(desk.services.files, { put });
  Object.assign(server, {
    pageSize: 10,
    troubles: [],
    beforePage: null,
    linkOrigin: null,
    isKeptOut: false,
    skewMs: 0,
  });
  server.permissions = new Set(['Mail.Read']);
  Object.assign(provider, { refusal: null, lives: 3_600 });
  moveClock(desk, 0);
});

/** Where a mail is fetched from. */
const pathOf = (id: string) => new RegExp(`${id.replace(/[+/]/g, '\\$&')}/.value`);

/** Nothing was changed at the server by anything below, unless a test says so. */
const writes = () => server.requests.filter((line) => !line.startsWith('GET '));

test('the first look is forward only, says how much lay there, and takes it when somebody says so', async () => {
  expect(box.graph).toMatchObject({
    url: server.origin,
    username: 'desk@harbour.example',
    folder: 'Inbox',
    markRead: false,
  });
  expect(JSON.stringify(box)).not.toContain(provider.clientSecret);
  expect(await tried()).toEqual({ works: true, says: '2 mails lie in Inbox' });
  expect((await look()).graph).toMatchObject({ foundBefore: 2, lookedAt: expect.any(String) });
  expect(await subjects()).toEqual([]);
  server.deliver(raw('While it is watched'));
  await look();
  expect(await subjects()).toEqual(['While it is watched']);
  await browser.call('POST', `/mail/mailboxes/${box.id}/old`, { since: '2026-10-15T00:00:00Z' });
  expect((await look()).graph).toMatchObject({ foundBefore: 0, takeSince: null });
  expect(await subjects()).toEqual(['Old and answered', 'While it is watched']);
  expect(writes()).toEqual([]);
});

test('a mail is taken once: marked, moved away and back, told twice; what is moved in is taken however old it is', async () => {
  const before = await subjects();
  const id = server.deliver(raw('Moved about'));
  await look();
  server.touch(id);
  server.move(id, 'Support');
  await look();
  server.move(id, 'Inbox');
  const late = server.deliver(raw('Moved in'), { folder: 'Support', receivedAt: '2026-03-01T10:00:00Z' });
  server.move(late, 'Inbox');
  const gone = server.deliver(raw('Gone at once'));
  server.remove(gone);
  await look();
  expect(await subjects()).toEqual([...before, 'Moved about', 'Moved in'].sort());
  expect((await all()).filter(({ subject }) => subject === 'Moved about')).toHaveLength(1);
});

test('small pages, mails that come and go between two of them, and entries without a date lose and double nothing', async () => {
  const before = await subjects();
  server.pageSize = 2;
  const ids = Array.from({ length: 7 }, (_, n) => server.deliver(raw(`Paged ${n}`), { null: n === 3 }));
  let pages = 0;
  server.beforePage = () => {
    pages += 1;
    if (pages === 2) server.deliver(raw('Between two pages'));
    if (pages === 3) server.remove(ids[6] as string);
  };
  await look();
  await look();
  const paged = [0, 1, 2, 3, 4, 5].map((n) => `Paged ${n}`);
  expect(await subjects()).toEqual([...before, ...paged, 'Between two pages'].sort());
});

test('a link that the server has forgotten begins a listing anew, which doubles nothing and loses nothing that came meanwhile', async () => {
  const before = await subjects();
  server.pageSize = 3;
  server.deliver(raw('Before it forgot'));
  await look();
  server.deliver(raw('While nobody looked'));
  server.deliver(raw('Never seen and old'), { receivedAt: '2025-01-01T10:00:00Z' });
  server.forgetLinks();
  const { graph } = await look();
  expect(await subjects()).toEqual([...before, 'Before it forgot', 'While nobody looked'].sort());
  // What is older than the last look may lie there for any reason: somebody is asked.
  expect(graph?.foundBefore).toBe(1);
  await browser.call('POST', `/mail/mailboxes/${box.id}/old`, { since: '2025-01-01T00:00:00Z' });
  await look();
  expect(await subjects()).toContain('Never seen and old');
});

test('a mail that no delta tells of is found within the hour', async () => {
  const id = server.deliver(raw('Untold'));
  await look();
  await desk.run(async (ctx) => {
    await ctx.tx.deleteFrom('mailbox_items').where('item_id', '=', id).execute();
    await ctx.tx.deleteFrom('incoming_mails').where('remote_key', '=', `graph:${id}`).execute();
    await ctx.tx.updateTable('mailbox_access').set({ checked_at: '2026-01-01T00:00:00Z' }).execute();
  });
  await look();
  // Its bytes are known, so it is no second ticket; what counts is that it was fetched.
  expect((await all()).filter(({ subject }) => subject === 'Untold')).toHaveLength(1);
});

test.each([
  ['429 with a pause', { status: 429, code: 'TooManyRequests', retryAfter: '1' }],
  ['429 without one', { status: 429, code: 'ApplicationThrottled' }],
  ['503', { status: 503, code: 'ServiceUnavailable' }],
  ['500', { status: 500, code: 'InternalServerError' }],
  ['a broken line', 'reset'],
  ['half a mail', 'half'],
  ['a slow answer', 'slow'],
] as const)('%s once, while listing and while fetching, is waited out', async (name, trouble) => {
  server.deliver(raw(`After ${name}`));
  if (trouble !== 'half') server.troubles.push({ on: /delta$/, trouble });
  server.troubles.push({ on: /\$value$/, trouble });
  expect((await look()).trouble).toBeNull();
  expect(server.troubles).toEqual([]);
  expect((await all()).filter(({ subject }) => subject === `After ${name}`)).toHaveLength(1);
});

test('who asks to be left in peace for long is, and goes on where it stopped', async () => {
  server.deliver(raw('Throttled'));
  server.troubles.push({ on: /delta$/, trouble: { status: 429, code: 'TooManyRequests', retryAfter: '1200' } });
  const { trouble } = await look();
  expect(trouble).toMatchObject({ text: expect.stringContaining('left in peace') });
  const pause = Date.parse(trouble?.retryAt ?? '') - Date.parse(trouble?.at ?? '');
  expect(pause).toBe(1_200_000);
  await atOnce();
  await look();
  expect(await subjects()).toContain('Throttled');
});

test('a mail that cannot be fetched holds up no other, is told, and is taken once it can', async () => {
  const id = server.deliver(raw('Broken there'));
  const fault = { status: 500, code: 'ErrorMimeContentConversionFailed', message: 'Cannot be converted' };
  for (let n = 0; n < 9; n++) server.troubles.push({ on: pathOf(id), trouble: fault });
  server.deliver(raw('Behind it'));
  for (let n = 0; n < 3; n++) {
    await atOnce();
    await look();
  }
  expect(await subjects()).toContain('Behind it');
  expect((await view()).trouble).toMatchObject({
    text: expect.stringMatching(/^One mail cannot be fetched: .*Cannot be converted/),
  });
  expect(await silent()).toMatchObject([{ name: 'Desk', text: expect.stringContaining('cannot be fetched') }]);
  await atOnce();
  await look();
  expect(await subjects()).toContain('Broken there');
  expect(await silent()).toEqual([]);
});

test('a mail over which the line breaks every time holds up no other', async () => {
  const id = server.deliver(raw('Breaks the line'), { receivedAt: '2026-11-02T10:00:00Z' });
  for (let n = 0; n < 3; n++) server.troubles.push({ on: pathOf(id), trouble: 'half' });
  server.deliver(raw('Behind the broken line'));
  await look();
  await desk.run((ctx) => ctx.tx.updateTable('mailbox_access').set({ retry_at: null }).execute());
  await look();
  expect(await subjects()).toContain('Behind the broken line');
  expect(await subjects()).not.toContain('Breaks the line');
  await atOnce();
  await look();
  expect(await subjects()).toContain('Breaks the line');
});

test('a token that ends too soon is replaced; a permission that is withdrawn is told on the rail until it is back', async () => {
  server.deliver(raw('With a new token'));
  provider.expire();
  expect((await look()).trouble).toBeNull();
  expect(await subjects()).toContain('With a new token');
  provider.refusal = "AADSTS7000222: The provided client secret keys for app 'x' are expired.";
  provider.expire();
  server.deliver(raw('While the secret had ended'));
  await look();
  await atOnce();
  expect((await look()).trouble?.text).toMatch(/^The application’s secret has ended: .*AADSTS7000222/);
  expect(await silent()).toMatchObject([{ name: 'Desk', text: expect.stringContaining('secret has ended') }]);
  provider.refusal = null;
  await atOnce();
  await look();
  expect(await subjects()).toContain('While the secret had ended');
  expect(await silent()).toEqual([]);
});

test('trying it says what is in the way, in plain words with Microsoft’s behind', async () => {
  const says = async () => (await tried()).says;
  server.permissions = new Set(['Mail.Send']);
  expect(await says()).toMatch(
    /may not read desk@harbour.example: the permission Mail.Read is missing.*ErrorAccessDenied/,
  );
  server.permissions = new Set(['Mail.Read']);
  server.isKeptOut = true;
  expect(await says()).toMatch(/^An application access policy keeps the application out of desk@harbour.example/);
  server.isKeptOut = false;
  for (const [code, words] of [
    ['AADSTS90002: Tenant not found', 'no such tenant'],
    ['AADSTS700016: Application not found in the directory', 'client id or the tenant is wrong'],
    ['AADSTS7000215: Invalid client secret provided', 'enter its value, not its id'],
  ]) {
    provider.refusal = code as string;
    expect(await says()).toContain(words);
  }
  provider.refusal = null;
  await change({ folder: 'Nowhere' });
  expect(await tried()).toEqual({ works: false, says: 'There is no folder Nowhere in this mailbox' });
  await change({ folder: 'Support/New' });
  expect(await tried()).toEqual({ works: true, says: '0 mails lie in New' });
  await change({ username: 'nobody@harbour.example' });
  expect(await says()).toMatch(/^There is no mailbox nobody@harbour.example in this tenant/);
  await change({ folder: 'Inbox' });
});

test('a link to another place is not followed, and no token is said there', async () => {
  const elsewhere = await openGraphServer({ isActive });
  await look();
  server.deliver(raw('Behind a crooked link'));
  server.linkOrigin = elsewhere.origin;
  for (let n = 0; n < 2; n++) {
    await atOnce();
    expect((await look()).trouble?.text).toContain('another place');
  }
  expect(elsewhere.requests).toEqual([]);
  server.linkOrigin = null;
  await atOnce();
  await look();
  expect(await subjects()).toContain('Behind a crooked link');
});

test('whoever dies between fetching and noting it doubles nothing; without room nothing is lost', async () => {
  await look();
  const id = server.deliver(raw('Half noted'));
  await look();
  // As if the process had died right after the mail was kept.
  await desk.run(async (ctx) => {
    await ctx.tx.updateTable('mailbox_items').set({ state: 'wanted' }).where('item_id', '=', id).execute();
    await ctx.tx.updateTable('mailbox_access').set({ held_until: null }).execute();
  });
  await look();
  expect((await all()).filter(({ subject }) => subject === 'Half noted')).toHaveLength(1);
  Object.assign(desk.services.files, {
    put: async (content: Readable) => {
      content.resume();
      throw new Fault('insufficient_storage', 'No room');
    },
  });
  server.deliver(raw('No room for it'));
  expect((await look()).trouble).toMatchObject({ text: 'No room' });
  Object.assign(desk.services.files, { put });
  await atOnce();
  await look();
  expect(await subjects()).toContain('No room for it');
});

test('two who watch at once, and a server whose clock differs, double and lose nothing', async () => {
  server.skewMs = -3_600_000;
  for (let n = 0; n < 5; n++) server.deliver(raw(`Twice watched ${n}`));
  await Promise.all([look(), look()]);
  const found = (await all()).filter(({ subject }) => subject.startsWith('Twice watched'));
  expect(found).toHaveLength(5);
});

test('the same mail over IMAP and by Graph is one ticket', async () => {
  const mail = raw('By both ways');
  server.deliver(mail);
  await look();
  await storeMail(desk.services, { mailboxId: null, via: 'imap', remoteKey: '1:1', content: Stream.from([mail]) });
  await takeMail(desk.services);
  const found = (await all()).filter(({ subject }) => subject === 'By both ways');
  expect(found.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', expect.stringMatching(/ticket|held/)]);
});

test('mail is marked as read where the settings say so, and taken all the same where that is not allowed', async () => {
  expect(writes()).toEqual([]);
  await change({ markRead: true });
  const [first, second] = [server.deliver(raw('Unmarked')), server.deliver(raw('Unmarked too'))];
  expect((await look()).trouble?.text).toMatch(/may not mark mail as read in .*Mail.ReadWrite is missing/);
  expect(await subjects()).toEqual(expect.arrayContaining(['Unmarked', 'Unmarked too']));
  expect([server.isRead(first), server.isRead(second)]).toEqual([false, false]);
  server.permissions = new Set(['Mail.ReadWrite']);
  const third = server.deliver(raw('Marked'));
  await atOnce();
  expect((await look()).trouble).toBeNull();
  expect(server.isRead(third)).toBe(true);
});

test('with somebody’s leave it is read once they have agreed, and told when they take it back', async () => {
  await change({ oauth: { ...oauth, grant: 'code' } });
  await desk.run((ctx) => ctx.tx.updateTable('mailbox_oauth').set({ refresh_token: null }).execute());
  expect((await tried()).says).toContain('connect it in the settings');
  const { url } = (await browser.call('POST', `/mail/mailboxes/${box.id}/connect`)).body as { url: string };
  const back = await browser.call('GET', `/mail/oauth/callback${new URL(provider.agree(url)).search}`);
  expect(back.headers['location']).toContain('connected=');
  expect(await tried()).toMatchObject({ works: true });
  expect((await view()).graph?.oauth.connectedAt).not.toBeNull();
  provider.withdraw();
  expect((await tried()).says).toMatch(/withdrawn; connect it again/);
  await change({ oauth });
});

test('that the application’s secret ends soon is told on the rail', async () => {
  const endsOn = (days: number) =>
    new Date(Date.parse(desk.services.now()) + days * 86_400_000).toISOString().slice(0, 10);
  await change({ oauth: { ...oauth, secretEndsOn: endsOn(90) } });
  expect(await silent()).toEqual([]);
  await change({ oauth: { ...oauth, secretEndsOn: endsOn(10) } });
  expect(await silent()).toMatchObject([
    { name: 'Desk', text: expect.stringContaining(`secret ends on ${endsOn(10)}`) },
  ]);
  expect((await view()).graph?.oauth.secretEndsOn).toBe(endsOn(10));
});

test('what cannot be right is refused by name', async () => {
  const errors = async (graph: object) => ((await change(graph)).body as { errors?: { path: string }[] }).errors;
  expect(await errors({ url: 'http://graph.example' })).toMatchObject([{ path: 'graph.url' }]);
  expect(await errors({ oauth: { ...oauth, provider: 'google' } })).toMatchObject([{ path: 'graph.oauth.provider' }]);
  expect(
    await errors({ url: 'https://graph.example', oauth: { ...oauth, provider: 'microsoft', tenant: 't' } }),
  ).toMatchObject([{ path: 'graph.url' }]);
  expect(await errors({ url: 'https://graph.microsoft.us', oauth: { ...oauth, provider: 'microsoft' } })).toMatchObject(
    [{ path: 'graph.oauth.tenant' }],
  );
});
