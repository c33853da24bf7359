import { expect, test } from 'vitest';
import { likeness, titleWords } from '#kernel/alike.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createCategory } from '#server/desk/classification/index.ts';
import type { RelatedTickets } from '#shared/related.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch, ada } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  return {
    acme,
    birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
    ada: await createContact(ctx, { clientId: acme, name: 'Ada Adams', email: 'ada@acme.example' }),
  };
});
const limited = await hire(desk, { role: 'technician', clientIds: [acme] });

const log = async (title: string, fields: object = {}) =>
  (await olive.call('POST', '/tickets', { kind: 'incident', clientId: acme, title, ...fields })).body as TicketView;
const related = async (ticket: TicketView, who: Person = olive) =>
  (await who.call('GET', `/tickets/${ticket.key}/related`)).body as RelatedTickets;
const keys = (lines: readonly { key: string }[]) => lines.map((line) => line.key);

test('similar tickets are found by their titles, open and resolved apart, with how it was solved and why they are alike', async () => {
  const open = await log('Scanner on floor two offline');
  const solved = await log('Floor two scanner offline again');
  await olive.call('POST', `/tickets/${solved.key}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: 'Restarted it',
  });
  const elsewhere = await log('Scanner offline', { clientId: birch });
  await log('Payroll does not print');
  const ticket = await log('Scanner offline on floor two', { requesterId: ada });
  const found = await related(ticket);
  expect(keys(found.similar.open)).toEqual([open.key, elsewhere.key]);
  expect(found.similar.open[1]).toMatchObject({ client: { name: 'Birch' }, why: 'shares “scanner”, “offline”' });
  expect(found.similar.resolved).toMatchObject([
    { key: solved.key, resolution: { code: 'fixed', note: 'Restarted it' } },
  ]);
  // Somebody limited to Acme hears nothing of Birch.
  expect(keys((await related(ticket, limited)).similar.open)).toEqual([open.key]);
  expect((await limited.call('GET', `/tickets/${elsewhere.key}/related`)).status).toBe(404);
});

test('a ticket without a category is proposed what similar ones agree on, by what the reader sees alone', async () => {
  const { devices, docks, screens } = await desk.run(async (ctx) => {
    const devices = await createCategory(ctx, { name: 'Devices' });
    const docks = await createCategory(ctx, { name: 'Docks', parentId: devices });
    return { devices, docks, screens: await createCategory(ctx, { name: 'Screens', parentId: devices }) };
  });
  const ticket = await log('Dock flickers after lunch');
  expect((await related(ticket)).category).toBeNull();
  const solved = await log('Dock flickers after lunch again', { categoryId: docks });
  await olive.call('POST', `/tickets/${solved.key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  expect((await related(ticket)).category).toBeNull();
  const elsewhere = await log('Dock flickers lunch', { clientId: birch, categoryId: docks });
  const agreed = {
    id: docks,
    name: 'Devices / Docks',
    why: `2 of 2 similar tickets: ${solved.key}, ${elsewhere.key}`,
    ticketKeys: [solved.key, elsewhere.key],
  };
  expect((await related(ticket)).category).toEqual(agreed);
  // Birch's ticket neither counts nor is named for somebody who does not see it.
  expect((await related(ticket, limited)).category).toBeNull();
  const mine = await log('Dock flickers after every lunch', { categoryId: docks });
  const heard = (await related(ticket, limited)).category;
  expect(heard?.why).toBe(`2 of 2 similar tickets: ${solved.key}, ${mine.key}`);
  // Where they do not agree, nothing is proposed.
  for (const categoryId of [screens, screens, devices]) await log('Dock flickers after lunch', { categoryId });
  expect((await related(ticket)).category).toBeNull();
  // What is retired is not proposed to anybody, and does not count.
  const { items } = (await olive.call('GET', '/categories')).body as { items: { id: string; version: number }[] };
  const version = items.find(({ id }) => id === screens)?.version;
  await olive.call('PATCH', `/categories/${screens}`, { version, active: false });
  expect((await related(ticket)).category).toMatchObject({ id: docks, why: expect.stringMatching(/^3 of 4 /) });
  // Whoever has a category hears of no other.
  expect((await related(mine)).category).toBeNull();
});

test('the requester’s and the client’s latest stand apart, and the family with its siblings', async () => {
  const earlier = await log('Password forgotten', { requesterId: ada });
  const parent = await log('Outage');
  const [a, b] = [await log('No mail', { parentId: parent.id }), await log('No phone', { parentId: parent.id })];
  const ticket = await log('Something else', { requesterId: ada });
  await olive.call('POST', `/tickets/${ticket.key}/links`, { kind: 'related', to: earlier.key });
  const found = await related(ticket);
  expect(keys(found.fromRequester)).toContain(earlier.key);
  expect(keys(found.atClient)).not.toContain(earlier.key);
  expect(found.links).toMatchObject([{ kind: 'related', ticket: { key: earlier.key } }]);
  const again = await log('No mail at all', { parentId: parent.id });
  expect(keys((await related(again)).siblings)).toContain(a.key);
  expect(keys((await related(again)).similar.open)).not.toContain(a.key);
  const child = await related(a);
  expect(child.parent?.key).toBe(parent.key);
  expect(keys(child.siblings)).toEqual([b.key, again.key]);
  expect(keys((await related(parent)).children)).toEqual([a.key, b.key, again.key]);
});

test('of what others reported, those most alike are found: as good as by comparing every ticket', async () => {
  const parts = [
    ['Scanner', 'Docking station', 'Headset', 'Payroll export'],
    ['shows nothing', 'disconnects hourly', 'prints blanks'],
    ['in accounting', 'at reception', 'in the warehouse', 'on floor nine'],
  ] as const;
  const titles = parts[0].flatMap((a) => parts[1].flatMap((b) => parts[2].map((c) => `${a} ${b} ${c}`)));
  const made: TicketView[] = [];
  for (const title of titles) made.push(await log(title, { clientId: birch }));
  const cedar = await desk.run((ctx) => createClient(ctx, { name: 'Cedar', code: 'CEDAR', timeZone: 'UTC' }));
  for (const title of ['Headset disconnects hourly at reception', 'Docking station prints blanks in the warehouse']) {
    const words = titleWords(title);
    const scores = (found: readonly { title: string }[]) =>
      found.map((one) => likeness(words, titleWords(one.title))).sort((a, b) => b - a);
    const ticket = await log(title, { clientId: cedar });
    expect(scores((await related(ticket)).similar.open)).toEqual(scores(made).slice(0, 5));
  }
});
