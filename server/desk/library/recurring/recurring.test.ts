import { afterEach, expect, test } from 'vitest';
import { createClient, updateClient } from '#server/business/client/index.ts';
import type { RecurringTicketView } from '#shared/library.ts';
import type { TicketPage } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { createDue } from './due.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const { id: templateId } = (
  await olive.call('POST', '/ticket-templates', {
    name: 'Patching',
    fields: { kind: 'change', title: 'Monthly patching' },
    items: [{ text: 'Tell everybody', required: true }],
  })
).body as { id: string };

/** The desk's clock; the scheduler of this very program finds nothing due before it is moved. */
let now = Date.parse('2090-09-01T00:00:00Z');
Object.assign(desk.services, { now: () => new Date(now).toISOString() });
const at = (instant: string) => {
  now = Date.parse(instant);
};
const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await olive.call('POST', `/recurring-tickets/${id}/pause`, {});
});

const recur = async (rule: object, fields: object = {}) => {
  const answer = await olive.call('POST', '/recurring-tickets', {
    clientId: acme,
    name: 'Patch day',
    templateId,
    rule: { frequency: 'daily', interval: 1, time: '08:30', start: '2090-09-01', ...rule },
    ...fields,
  });
  if (answer.status === 201) made.push((answer.body as RecurringTicketView).id);
  return answer;
};
const view = async (id: string) => (await olive.call('GET', `/recurring-tickets/${id}`)).body as RecurringTicketView;
const tickets = async (clientId = acme) =>
  ((await olive.call('GET', `/tickets?clientId=${clientId}&source=recurring&limit=200`)).body as TicketPage).items;

test('a rule is shown in words with its next times by the client’s clock, over a change of it', async () => {
  at('2090-09-29T00:00:00Z');
  const { body } = await recur({ start: '2090-09-30' });
  const first = body as RecurringTicketView;
  expect(first).toMatchObject({
    timeZone: 'Australia/Sydney',
    sentence: 'Every day at 08:30, from 30 Sept 2090',
    active: true,
  });
  // The clocks go forward on the first Sunday of October, the 1st.
  expect(first.next.slice(0, 3)).toEqual([
    '2090-09-29T22:30:00.000Z',
    '2090-09-30T21:30:00.000Z',
    '2090-10-01T21:30:00.000Z',
  ]);
  const preview = await olive.call('POST', '/recurring-tickets/preview', {
    timeZone: 'UTC',
    rule: { frequency: 'monthly', interval: 1, monthDay: 31, time: '09:00', start: '2090-10-01', count: 2 },
  });
  expect((preview.body as { next: string[] }).next).toEqual(['2090-10-31T09:00:00.000Z', '2090-11-30T09:00:00.000Z']);
});

test('each time makes one ticket, however many workers look, with the template’s fields and checklist', async () => {
  at('2090-10-10T00:00:00Z');
  const { id } = (await recur({ start: '2090-10-11' }, { fields: { title: 'Patch the servers', urgency: 1 } }))
    .body as RecurringTicketView;
  const before = (await tickets()).length;
  expect(await createDue(desk.services)).toBe(0);
  at('2090-10-10T21:30:00Z');
  const done = await Promise.all([1, 2, 3, 4].map(() => createDue(desk.services)));
  expect(done.reduce((sum, count) => sum + count)).toBe(1);
  const [ticket, ...rest] = await tickets();
  expect(rest).toHaveLength(before);
  expect(ticket).toMatchObject({ title: 'Patch the servers', kind: 'change', urgency: 1, source: 'recurring' });
  expect(await view(id)).toMatchObject({ runs: 1, missed: 0, lastTicketKey: ticket?.key, lastError: null });
  const page = await olive.call('GET', `/tickets/${ticket?.key}`);
  expect(page.body).toMatchObject({ checklist: [{ text: 'Tell everybody' }] });
});

test('what was missed during a stop comes once; a pause comes not at all', async () => {
  at('2091-01-01T00:00:00Z');
  const { id } = (await recur({ start: '2091-01-02', time: '10:00' }, { clientId: birch })).body as RecurringTicketView;
  at('2091-01-06T12:00:00Z');
  await createDue(desk.services);
  expect(await tickets(birch)).toHaveLength(1);
  expect(await view(id)).toMatchObject({
    runs: 1,
    missed: 4,
    next: expect.arrayContaining(['2091-01-07T10:00:00.000Z']),
  });
  expect((await olive.call('POST', `/recurring-tickets/${id}/pause`, {})).body).toMatchObject({
    active: false,
    next: [],
  });
  at('2091-01-09T12:00:00Z');
  await createDue(desk.services);
  const resumed = (await olive.call('POST', `/recurring-tickets/${id}/resume`, {})).body as RecurringTicketView;
  await createDue(desk.services);
  expect(resumed.next[0]).toBe('2091-01-10T10:00:00.000Z');
  expect(await tickets(birch)).toHaveLength(1);
});

test('one that cannot be logged says why, waits, holds up no other, and goes on once mended', async () => {
  at('2091-02-01T00:00:00Z');
  const made = await olive.call('POST', '/categories', { name: 'Soon gone' });
  const categoryId = (made.body as { id: string }).id;
  const bad = (await recur({ start: '2091-02-02', time: '01:00' }, { clientId: birch, fields: { categoryId } }))
    .body as RecurringTicketView;
  const good = (await recur({ start: '2091-02-02', time: '02:00' }, { clientId: birch })).body as RecurringTicketView;
  await olive.call('PATCH', `/categories/${categoryId}`, { version: 1, active: false });
  const before = (await tickets(birch)).length;
  at('2091-02-02T02:00:00Z');
  await createDue(desk.services);
  await createDue(desk.services);
  expect(await tickets(birch)).toHaveLength(before + 1);
  expect(await view(good.id)).toMatchObject({ runs: 1 });
  expect(await view(bad.id)).toMatchObject({ runs: 0, lastError: expect.stringContaining('categoryId') });
  await olive.call('PATCH', `/recurring-tickets/${bad.id}`, { version: bad.version, fields: {} });
  await createDue(desk.services);
  expect(await view(bad.id)).toMatchObject({ runs: 1, lastError: null });
});

test('a rule ends, and nothing comes for a client that is gone', async () => {
  at('2091-03-01T00:00:00Z');
  const { id } = (await recur({ start: '2091-03-02', time: '01:00', count: 1 }, { clientId: birch }))
    .body as RecurringTicketView;
  at('2091-03-05T00:00:00Z');
  await createDue(desk.services);
  expect(await view(id)).toMatchObject({ runs: 1, next: [] });
  const other = (await recur({ start: '2091-03-06', time: '01:00' }, { clientId: birch })).body as RecurringTicketView;
  await desk.run((ctx) => updateClient(ctx, birch, { version: 1, active: false }));
  at('2091-03-08T00:00:00Z');
  await createDue(desk.services);
  expect(await view(other.id)).toMatchObject({ runs: 0, lastError: null });
});

test('what could never be logged, or never comes, is refused at once; other clients’ do not exist', async () => {
  at('2091-04-01T00:00:00Z');
  expect((await recur({ until: '2091-03-01' })).body).toMatchObject({ status: 422, errors: [{ path: 'rule' }] });
  expect((await recur({ weekdays: [1] })).body).toMatchObject({ errors: [{ path: 'rule.weekdays' }] });
  expect((await recur({}, { timeZone: 'Mars/Base' })).body).toMatchObject({ errors: [{ path: 'timeZone' }] });
  expect((await recur({}, { fields: { categoryId: templateId } })).body).toMatchObject({
    errors: [{ path: 'categoryId' }],
  });
  const { id } = (await recur({})).body as RecurringTicketView;
  const limited = await hire(desk, { role: 'dispatcher', clientIds: [birch] });
  for (const [method, url] of [
    ['GET', `/recurring-tickets/${id}`],
    ['POST', `/recurring-tickets/${id}/pause`],
    ['DELETE', `/recurring-tickets/${id}`],
  ] as const)
    expect((await limited.call(method, url, method === 'POST' ? {} : undefined)).status).toBe(404);
  const seen = (await limited.call('GET', '/recurring-tickets')).body as { items: RecurringTicketView[] };
  expect(seen.items.every((item) => item.client.id === birch)).toBe(true);
});
