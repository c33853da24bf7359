import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { PracticeUses, PracticeView } from '#shared/adoption.ts';
import { openDesk } from '#tests/desk.ts';
import { hire, type Person } from '#tests/people.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const tia = await hire(desk, { name: 'Tia Tech', role: 'technician' });
const read = async (who: Person) =>
  new Map(((await who.call('GET', '/practices')).body as { items: PracticeView[] }).items.map((one) => [one.key, one]));

const problemsOf = async (who: Person) =>
  ((await who.call('GET', '/practice-uses')).body as PracticeUses).uses.find(({ key }) => key === 'problem')?.count;

test('a firm begins with requests and changes, and takes up what it wants when it wants', async () => {
  const before = await read(tia);
  expect([...before].map(([key, { on }]) => [key, on])).toEqual([
    ['request', true],
    ['change', true],
    ['knowledge', true],
    ['problem', false],
    ['major', false],
    ['improvement', false],
  ]);
  expect((await tia.call('PUT', '/practices/problem', { on: true })).status).toBe(403);
  expect((await olive.call('PUT', '/practices/problem', { on: true })).status).toBe(204);
  expect((await read(tia)).get('problem')?.on).toBe(true);
  expect((await read(tia)).get('change')?.on).toBe(true);
  expect((await olive.call('PUT', '/practices/astrology', { on: true })).status).toBe(400);
});

test('what is hidden still works, and is counted for whoever sees it', async () => {
  const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }));
  const elsewhere = await desk.run((ctx) => createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }));
  const bea = await hire(desk, { name: 'Bea', role: 'manager', clientIds: [elsewhere] });
  await olive.call('PUT', '/practices/problem', { on: false });
  const made = await olive.call('POST', '/tickets', { kind: 'problem', clientId: acme, title: 'A cause' });
  expect(made.status).toBe(201);
  expect((await read(olive)).get('problem')?.on).toBe(false);
  expect(await problemsOf(olive)).toBe(1);
  expect(await problemsOf(bea)).toBe(0);
  expect((await bea.call('PUT', '/practices/problem', { on: true })).status).toBe(403);
});
