import { expect, test } from 'vitest';
import { putSetting } from '#platform/settings/index.ts';
import { createClient, createContact, createGroup } from '#server/business/client/index.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { moveClock } from '#tests/visitor.ts';
import { closeSilent, wakeHeld } from './jobs.ts';

const desk = await openDesk();
const olive = await hire(desk, { name: 'Olive Owner' });
const { plain, grouped, own, ada } = await desk.run(async (ctx) => {
  const group = await createGroup(ctx, { name: 'Patient' });
  const plain = await createClient(ctx, { name: 'Plain', code: 'PLAIN', timeZone: 'UTC' });
  const grouped = await createClient(ctx, { name: 'Grouped', code: 'GROUP', timeZone: 'UTC', groupId: group });
  const own = await createClient(ctx, { name: 'Own', code: 'OWN', timeZone: 'UTC', groupId: group });
  const ada = await createContact(ctx, { clientId: plain, name: 'Ada Adams' });
  await putSetting(ctx, 'ticket.closing', { level: 'group', id: group }, { closeAfterDays: 20, reopenDays: 5 });
  await putSetting(ctx, 'ticket.closing', { level: 'client', id: own }, { closeAfterDays: 2, reopenDays: 5 });
  return { plain, grouped, own, ada };
});

const resolved = async (clientId: string, fields: object = {}) => {
  const ticket = (await olive.call('POST', '/tickets', { kind: 'incident', clientId, title: 'X', ...fields }))
    .body as TicketView;
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
  return ticket.key;
};
const read = async (key: string) => (await olive.call('GET', `/tickets/${key}`)).body as TicketView;

test('silence closes after the days of the nearest setting, and tells the one who asked in its words', async () => {
  const tickets = [
    await resolved(plain, { requesterId: ada }),
    await resolved(plain),
    await resolved(grouped),
    await resolved(own),
  ];
  const states = async (days: number) => {
    moveClock(desk, days * 24 * 60 + 1);
    await closeSilent(desk.services).run({});
    moveClock(desk, 0);
    return Promise.all(tickets.map(async (key) => (await read(key)).status));
  };
  expect(await states(1)).toEqual(['resolved', 'resolved', 'resolved', 'resolved']);
  expect(await states(3)).toEqual(['resolved', 'resolved', 'resolved', 'closed']);
  expect(await states(6)).toEqual(['closed', 'closed', 'resolved', 'closed']);
  expect(await states(21)).toEqual(['closed', 'closed', 'closed', 'closed']);
  const told = await read(tickets[0] ?? '');
  expect(told.lastMessage).toMatchObject({
    by: 'Fettle',
    text: expect.stringMatching(/^Hello Ada, we have closed PLAIN-1,/),
  });
  expect(told.firstResponseAt).toBeNull();
  expect((await read(tickets[1] ?? '')).lastMessage).toBeNull();
});

test('a ticket that its lifecycle does not let go keeps no other open; words may be left out', async () => {
  await desk.run((ctx) => putSetting(ctx, 'ticket.closingNotice', { level: 'client', id: plain }, { text: '' }));
  const { lifecycle, version } = (await olive.call('GET', '/lifecycles/incident')).body as {
    version: number;
    lifecycle: { transitions: { to: string }[] };
  };
  const transitions = lifecycle.transitions.map((step) =>
    step.to === 'closed' ? { ...step, guards: ['children_finished'] } : step,
  );
  await olive.call('PUT', '/lifecycles/incident', { version, lifecycle: { ...lifecycle, transitions } });
  const parent = await resolved(plain, { requesterId: ada });
  const free = await resolved(plain, { requesterId: ada });
  const { id } = await read(parent);
  await olive.call('POST', '/tickets', { kind: 'incident', clientId: plain, title: 'Child', parentId: id });
  moveClock(desk, 6 * 24 * 60);
  await closeSilent(desk.services).run({});
  moveClock(desk, 0);
  expect((await read(parent)).status).toBe('resolved');
  expect(await read(free)).toMatchObject({ status: 'closed', lastMessage: null });
});

test('what waited for a time goes on when it has come, with whoever had it', async () => {
  const body = { kind: 'incident', clientId: own, title: 'Later', assigneeId: olive.id };
  const ticket = (await olive.call('POST', '/tickets', body)).body as TicketView;
  const holdUntil = new Date(Date.now() + 3_600_000).toISOString();
  await olive.call('POST', `/tickets/${ticket.key}/transitions`, { to: 'on_hold', holdReason: 'scheduled', holdUntil });
  await wakeHeld(desk.services).run({});
  expect((await read(ticket.key)).status).toBe('on_hold');
  moveClock(desk, 61);
  await wakeHeld(desk.services).run({});
  moveClock(desk, 0);
  expect(await read(ticket.key)).toMatchObject({ status: 'in_progress', assignee: { id: olive.id } });
});
