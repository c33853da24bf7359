import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fold } from '#kernel/fold.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import type { ClientView, ContactView } from '#shared/client.ts';
import type { TicketPage, TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { reindexTickets } from './reindex.ts';

type Page = { items: ContactView[]; nextCursor: string | null };

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Żółty Młyn', code: 'MLYN', timeZone: 'UTC' }));
const jorgen = await desk.run((ctx) =>
  createContact(ctx, { clientId: acme, name: 'Jørgen Weiß', email: 'jorgen@mlyn.example', phone: '+48 22 555 01 23' }),
);
const find = async (q: string) =>
  ((await tom.call('GET', `/tickets?q=${encodeURIComponent(q)}`)).body as TicketPage).items.map(({ title }) => title);
const people = async (query: string) =>
  ((await tom.call('GET', `/contacts?${query}`)).body as Page).items.map(({ name }) => name);

test('program and database fold every letter alike', async () => {
  const letters = Array.from({ length: 0x2000 - 0xa0 }, (_, i) => String.fromCodePoint(0xa0 + i)).filter(
    (letter) => /\p{L}/u.test(letter) && /\p{Assigned}/u.test(letter),
  );
  const rows = await desk.run(
    async (ctx) =>
      (
        await sql<{ letter: string; plain: string }>`
          select letter, app.plain(letter) as plain from unnest(${letters}::text[]) letter`.execute(ctx.tx)
      ).rows,
  );
  expect(rows.length).toBe(letters.length);
  // What the newest Unicode added, one side may not know yet; what people write is old.
  const common =
    /[\u00a0-\u024f\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u05d0-\u05ea\u0620-\u064a\u0900-\u097f\u1e00-\u1eff]/;
  expect(rows.filter(({ letter, plain }) => common.test(letter) && plain !== fold(letter))).toEqual([]);
});

test.each([
  ['Drukarka w Łodzi', 'lodzi', 'ŁODZI'],
  ['Ærø har intet net', 'aero', 'Ærø'],
  ['Straße gesperrt', 'strasse', 'STRAẞE'],
  ['Ο εκτυπωτής δεν λειτουργεί', 'εκτυπωτης', 'ΕΚΤΥΠΩΤΗΣ'],
  ['Принтер не работает', 'принтер', 'ПРИНТЕР'],
  ['प्रिंटर काम नहीं करता', 'प्रिंटर', 'प्रिं'],
  ['打印机坏了', '打印机', '打印'],
  ['İstanbul ofisi', 'istanbul', 'İSTANBUL'],
])('%s is found by %s and by %s', async (title, one, other) => {
  await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title });
  expect(await find(one)).toEqual([title]);
  expect(await find(other)).toEqual([title]);
});

test('clients and people are found with and without accents, and by number as it is dialled', async () => {
  const clients = ((await tom.call('GET', '/clients?q=mlyn')).body as { items: ClientView[] }).items.map(
    ({ name }) => name,
  );
  expect(clients).toEqual(['Żółty Młyn']);
  expect(await people('q=jorgen')).toEqual(['Jørgen Weiß']);
  expect(await people('q=WEISS')).toEqual(['Jørgen Weiß']);
  expect(await people('q=weiß%20jør')).toEqual(['Jørgen Weiß']);
  expect(await people('q=0225550123')).toEqual(['Jørgen Weiß']);
  expect(await people('q=022%20555')).toEqual(['Jørgen Weiß']);
  expect(await people('q=nobody')).toEqual([]);
  expect(await people('q=%25')).toEqual([]);
});

test('a person is found with a letter wrong in each name, by whoever may see them alone', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [birch] });
  for (const typed of ['jorgan', 'jorgne%20weiss', 'jrgen%20wiess', 'jorgen%20weis', 'jorgen%20weisss']) {
    expect(await people(`q=${typed}`)).toEqual(['Jørgen Weiß']);
    expect(((await narrow.call('GET', `/contacts?q=${typed}`)).body as Page).items).toEqual([]);
  }
  expect(await people('q=bertram')).toEqual([]);
});

test('people found come a page at a time, each once', async () => {
  for (const name of ['Ada Same', 'Björn Same', 'Çelik Same', 'Dora Same', 'Émile Same'])
    await tom.call('POST', '/contacts', { clientId: acme, name });
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await tom.call('GET', `/contacts?q=same&limit=2${cursor}`)).body as Page;
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
  } while (cursor);
  expect(seen.toSorted()).toEqual(['Ada Same', 'Björn Same', 'Dora Same', 'Çelik Same', 'Émile Same'].toSorted());
});

test('whoever gets another name is found by it, and so are their tickets', async () => {
  const made = (
    await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, requesterId: jorgen, title: 'Quiet phone' })
  ).body as TicketView;
  expect(await find('jorgen')).toEqual([made.title]);
  const { contact: card } = (await tom.call('GET', `/contacts/${jorgen}`)).body as { contact: ContactView };
  const renamed = { version: card.version, name: 'Åsa Nyberg', email: 'asa@mlyn.example' };
  expect((await tom.call('PATCH', `/contacts/${jorgen}`, renamed)).status).toBe(200);
  const client = (await tom.call('GET', `/clients/${acme}`)).body as ClientView;
  const other = { version: client.version, name: 'Zielony Młyn' };
  expect((await tom.call('PATCH', `/clients/${acme}`, other)).status).toBe(200);
  const reindex = reindexTickets(desk.services);
  await reindex.run({ clientId: acme, requesterId: jorgen });
  await reindex.run({ clientId: acme });
  expect(await find('asa nyberg')).toEqual([made.title]);
  expect(await find('zielony quiet')).toEqual([made.title]);
  expect(await find('jorgen')).toEqual([]);
  expect(await people('q=asa')).toEqual(['Åsa Nyberg']);
  expect(await people('q=jorgen')).toEqual([]);
});
