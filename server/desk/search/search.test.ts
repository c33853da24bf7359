import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { FoundTickets } from '#shared/search.ts';
import type { TicketPage, TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { learnWords } from './learn.ts';

const desk = await openDesk();
const tom = await hire(desk, { name: 'Tom Tech' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
const log = async (title: string, fields: object = {}) =>
  (await tom.call('POST', '/tickets', { kind: 'incident', clientId: acme, title, ...fields })).body as TicketView;
const find = async (query: string) =>
  ((await tom.call('GET', `/tickets?${query}`)).body as TicketPage).items.map(({ title }) => title);
const resolve = (key: string) =>
  tom.call('POST', `/tickets/${key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });

test('a search of the open ones finds what is open, also after it was over and opened again', async () => {
  const one = await log('Falcon one');
  const two = await log('Falcon two');
  await resolve(one.key);
  await resolve(two.key);
  expect(await find('q=falcon&status=open')).toEqual([]);
  expect(await find('q=falcon')).toEqual(['Falcon two', 'Falcon one']);
  await tom.call('POST', `/tickets/${one.key}/transitions`, { to: 'reopened', reason: 'It came back' });
  expect(await find('q=falcon&status=open')).toEqual(['Falcon one']);
});

test('words and filter go together, whichever of them finds more', async () => {
  await log('Heron at my desk', { assigneeId: tom.id });
  await log('Heron at nobody’s');
  await log('Egret at my desk', { assigneeId: tom.id });
  expect(await find('q=heron&assigneeId=me')).toEqual(['Heron at my desk']);
  expect(await find('q=heron&assigneeId=none&status=open')).toEqual(['Heron at nobody’s']);
  expect((await tom.call('GET', '/tickets/count?q=heron&assigneeId=me')).body).toEqual({ count: 1, capped: false });
});

test('words written with an old date are learnt like any other, and mend typing errors', async () => {
  const learn = async (at: string) => {
    Object.assign(desk.services, { now: () => at });
    await learnWords(desk.services).run({});
  };
  await log('Albatross');
  await learn('2090-01-01T00:00:00.000Z');
  expect(await find('q=albatros')).toEqual(['Albatross']);
  // An importer writes what happened long before.
  Object.assign(desk.services, { now: () => '2001-01-01T00:00:00.000Z' });
  await log('Cormorant');
  expect(await find('q=kormorant')).toEqual([]);
  await learn('2090-01-01T00:00:00.000Z');
  expect(await find('q=kormorant')).toEqual(['Cormorant']);
});

test('typing errors in two words are mended together, however many words look alike', async () => {
  Object.assign(desk.services, { now: () => '2001-01-02T00:00:00.000Z' });
  await log('Exchange mailbox is full');
  // Each shares more letters in a row with what is typed than what is meant does.
  for (const other of ['exhibit', 'exhaust', 'exhale', 'exhume', 'exhort']) await log(`An ${other} mailman`);
  Object.assign(desk.services, { now: () => '2090-01-01T00:00:00.000Z' });
  await learnWords(desk.services).run({});
  expect(await find('q=exhcange%20maibox')).toEqual(['Exchange mailbox is full']);
});

const best = async (q: string, who = tom) =>
  ((await who.call('GET', `/tickets/search?q=${encodeURIComponent(q)}`)).body as FoundTickets).items.map(
    ({ ticket, in: place, text, missing }) => ({ title: ticket.title, place, text, missing }),
  );

test('what has the words in its title comes before what only mentions them, and says where they are', async () => {
  await log('Kestrel does not start');
  const other = await log('Something else', { description: '<p>The <b>kestrel</b> in the hall is loud</p>' });
  await tom.call('POST', `/tickets/${other.key}/messages`, { visibility: 'internal', body: 'Looks like an Osprey' });
  expect(await best('kestrel')).toEqual([
    { title: 'Kestrel does not start', place: 'title', text: '', missing: [] },
    { title: 'Something else', place: 'description', text: 'The kestrel in the hall is loud', missing: [] },
  ]);
  expect(await best('osprey')).toEqual([
    { title: 'Something else', place: 'note', text: 'Looks like an Osprey', missing: [] },
  ]);
  expect((await best(other.key))[0]).toMatchObject({ title: 'Something else', place: 'key' });
});

test('where no ticket has all the words, those that have all but one are shown, and what they lack', async () => {
  await log('Puffin router restarts');
  expect(await best('puffin router explodes')).toEqual([
    { title: 'Puffin router restarts', place: 'title', text: '', missing: ['explodes'] },
  ]);
  expect(await best('nothing whatsoever alike')).toEqual([]);
});

test('only what the reader may see is found and quoted', async () => {
  const birch = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [birch] });
  expect(await best('kestrel', narrow)).toEqual([]);
  expect(await best('puffin router explodes', narrow)).toEqual([]);
  // Mending asks the words of everybody, and keeps to itself what it learns.
  Object.assign(desk.services, { now: () => '2091-01-01T00:00:00.000Z' });
  await learnWords(desk.services).run({});
  const mended = '/tickets/search?q=kestrell';
  expect((await tom.call('GET', mended)).body).toMatchObject({ words: ['kestrel'], items: [{}, {}] });
  expect((await narrow.call('GET', mended)).body).toEqual({ words: [], items: [], unknownKey: null });
});

test('a whole key is that ticket, before all whose keys begin alike, and only for whoever may see it', async () => {
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  for (let number = 1; number <= 12; number++) await log(`Cedar ${number}`, { clientId: cedar });
  expect(await find('q=CEDAR-1')).toEqual(['Cedar 1']);
  expect(await find('q=cedar-1&status=open')).toEqual(['Cedar 1']);
  expect(await find(`q=cedar-1&clientId=${acme}`)).toEqual([]);
  expect((await tom.call('GET', '/tickets/count?q=cedar-1')).body).toEqual({ count: 1, capped: false });
  expect((await best('cedar-1')).map(({ title }) => title).slice(0, 2)).toEqual(['Cedar 1', 'Cedar 12']);
  const narrow = await hire(desk, { name: 'Nils Narrow', role: 'technician', clientIds: [acme] });
  expect(await best('cedar-1', narrow)).toEqual([]);
  // One that the reader may not see is as unknown as one that is not there.
  const unknown = async (q: string, who: typeof tom) =>
    ((await who.call('GET', `/tickets/search?q=${q}`)).body as FoundTickets).unknownKey;
  expect(await unknown('cedar-1', tom)).toBeNull();
  expect(await unknown('cedar-99', tom)).toBe('CEDAR-99');
  expect(await unknown('cedar-1', narrow)).toBe('CEDAR-1');
  expect(await unknown('cedar', tom)).toBeNull();
});

test('signs alone have no words to look for, and so nothing is found by them', async () => {
  await log('Parrot 🦜 on the loose', { assigneeId: tom.id });
  for (const q of ['🦜', '– !', '✅✅'].map(encodeURIComponent)) {
    expect((await tom.call('GET', `/tickets?q=${q}`)).body).toEqual({ items: [], nextCursor: null });
    expect(await find(`q=${q}&assigneeId=me`)).toEqual([]);
    expect((await tom.call('GET', `/tickets/count?q=${q}`)).body).toEqual({ count: 0, capped: false });
    expect((await tom.call('GET', `/tickets/search?q=${q}`)).body).toEqual({
      words: [],
      items: [],
      unknownKey: null,
    } satisfies FoundTickets);
  }
  expect(await find(`q=${encodeURIComponent('🦜 parrot')}`)).toEqual(['Parrot 🦜 on the loose']);
});

test('a whole word goes before a number that begins like it', async () => {
  for (let floor = 1; floor <= 12; floor++)
    await log(`Elevator stuck on storey ${floor}`, { description: 'Since 10 o’clock' });
  expect((await best('storey 1'))[0]?.title).toBe('Elevator stuck on storey 1');
});
