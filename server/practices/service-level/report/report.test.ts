import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTicket, transitionTicket } from '#server/desk/ticket/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import type { MissedPromise, SlaReport } from '#shared/sla-report.ts';
import type { TicketView } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { sweepHistory, verifyClocks } from '../index.ts';

const desk = await openDesk({ roles: ['web', 'worker'] });
const olive = await hire(desk, { name: 'Olive Owner' });
const [acme, birch] = await desk.run(async (ctx) => [
  await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' }),
  await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
]);
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician', clientIds: [birch as string] });
const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme as string, name: 'Ada' }));
/** Hours from midnight of 1 October 2026 in Sydney (UTC+10 until the 4th). */
const at = (hours: number) => ({
  now: new Date(Date.parse('2026-10-01T00:00:00+10:00') + hours * 3_600_000).toISOString(),
});
await desk.run(
  (ctx) =>
    promise(ctx, termsOf({ first_response: 'none', resolution: 240 }, { calendar: 'always' }), { name: 'Four hours' }),
  at(-100),
);

/** A ticket that takes so many hours from its beginning. */
async function worked(title: string, begins: number, hours: number, fields: object = {}) {
  const ticket = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId: acme as string, title, requesterId: ada, ...fields }),
    at(begins),
  );
  await desk.run(
    async (ctx) => {
      await sweepHistory(ctx, { client_id: acme as string, id: ticket.id }, ctx.now);
      await transitionTicket(ctx, ticket.id, { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' });
    },
    at(begins + hours),
  );
  return ticket;
}
await worked('In time', 10, 2);
await worked('In time, urgent', 20, 3, { impact: 1, urgency: 1 });
const late = await worked('Late', 30, 6);
await worked('The last minute of October', 31 * 24 - 2 - 4, 5);
await worked('In November', 31 * 24, 2);
const query = '?from=2026-10-01&to=2026-10-31';
const report = async (by = olive, search = query) => by.call('GET', `/clients/${acme}/service-levels${search}`);
const missed = async (search = query) =>
  (await olive.call('GET', `/clients/${acme}/service-levels/missed${search}`)).body as {
    items: MissedPromise[];
    nextCursor: string | null;
  };

test('a report counts what was decided between two days by the client’s clock, by priority, and says what was promised', async () => {
  const { body } = await report();
  const { targets, promised, client, fromAt, untilAt } = body as SlaReport;
  expect(client.timeZone).toBe('Australia/Sydney');
  // Clocks went forward on the 4th: the month ends an hour earlier.
  expect([fromAt, untilAt]).toEqual(['2026-09-30T14:00:00.000Z', '2026-10-31T13:00:00.000Z']);
  expect(targets.map(({ target, met, missed }) => [target, met, missed])).toEqual([['resolution', 2, 2]]);
  expect(targets[0]?.byPriority).toEqual([
    { priority: 1, met: 1, missed: 0 },
    { priority: 3, met: 1, missed: 2 },
  ]);
  expect(promised.map(({ seconds, tickets, source }) => [seconds, tickets, source])).toEqual([
    [14_400, 1, 'P1 in "Four hours" of the provider, version 1; 24 × 7'],
    [14_400, 3, 'P3 in "Four hours" of the provider, version 1; 24 × 7'],
  ]);
  expect(((await report(olive, '?from=2026-11-01&to=2026-11-30')).body as SlaReport).targets[0]).toMatchObject({
    met: 1,
  });
});

test('what was missed comes latest first, page by page, each with why', async () => {
  const first = await missed(`${query}&limit=1`);
  expect(first.items.map(({ title }) => title)).toEqual(['The last minute of October']);
  const second = await missed(`${query}&limit=1&cursor=${first.nextCursor}`);
  expect(second.items).toMatchObject([{ title: 'Late', key: late.key, doneAt: at(36).now, justification: null }]);
  expect(second.items[0]?.miss.sentence).toMatch(
    /^Missed by 2 h: 6 h of working time .* “New” with nobody assigned\.$/,
  );
  expect(second.nextCursor).toBeNull();
});

test('what is justified says so there and on the clock, and is missed all the same', async () => {
  const path = `/tickets/${late.key}/sla/resolution/justification`;
  const { body } = await olive.call('PUT', path, { text: ' Storm took the line down ' });
  const [clock] = (body as { items: ClockView[] }).items;
  expect(clock).toMatchObject({
    state: 'breached',
    justification: { text: 'Storm took the line down', by: 'Olive Owner (key test)' },
  });
  expect((await missed()).items[1]?.justification?.text).toBe('Storm took the line down');
  expect(((await report()).body as SlaReport).targets[0]).toMatchObject({ met: 2, missed: 2 });
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
  const { body: told } = await olive.call('GET', `/tickets/${late.key}/timeline`);
  expect(JSON.stringify(told)).toContain('justified the missed resolution: Storm took the line down');
  expect(await olive.call('PUT', path, { text: null })).toMatchObject({ status: 200 });
  expect(await olive.call('PUT', path, { text: null })).toMatchObject({ status: 409 });
  expect((await missed()).items[1]?.justification).toBeNull();
});

test('only what is missed can be justified, only with words, and only by who may', async () => {
  const { key } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme as string, title: 'Fresh' }),
  );
  const put = (target: string, text: string | null, by = olive, of = key) =>
    by.call('PUT', `/tickets/${of}/sla/${target}/justification`, { text });
  expect(await put('resolution', 'Too early')).toMatchObject({ status: 409 });
  expect(await put('vendor', 'No such clock')).toMatchObject({ status: 422, body: { errors: [{ path: 'target' }] } });
  expect(await put('resolution', '  ')).toMatchObject({ status: 400, body: { errors: [{ path: 'text' }] } });
  const reader = await hire(desk, { name: 'Tina Tech', role: 'technician' });
  expect((await put('resolution', 'Not mine', reader, late.key)).status).toBe(403);
});

test('a report is of a client that the reader sees, and of a period that makes sense', async () => {
  expect((await report(tom)).status).toBe(404);
  expect(await report(olive, '?from=2026-10-31&to=2026-10-01')).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'to' }] },
  });
  expect(await report(olive, '?from=2020-01-01&to=2026-10-01')).toMatchObject({ status: 422 });
  expect(await report(olive, '?from=2026-02-30&to=2026-10-01')).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'from' }] },
  });
});

test('a clock says who holds it and who set its target, and which policy promises it', async () => {
  const { key } = await desk.run((ctx) =>
    createTicket(ctx, { kind: 'incident', clientId: acme as string, title: 'By hand', requesterId: ada }),
  );
  await olive.call('PUT', `/tickets/${key}/sla/resolution/target`, { minutes: 600, reason: 'Parts come tomorrow' });
  const { body } = await olive.call('POST', `/tickets/${key}/sla/resolution/hold`, { reason: 'Storm' });
  const [clock] = (body as { items: ClockView[] }).items;
  expect(clock).toMatchObject({
    hold: { by: 'Olive Owner (key test)', reason: 'Storm' },
    ownTarget: { by: 'Olive Owner (key test)', reason: 'Parts come tomorrow', promisedSeconds: 14_400 },
    policyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    miss: null,
  });
});

test('what is missed stays missed by what was promised then, and is not the next client’s', async () => {
  const { id, key } = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId: acme as string, title: 'Stays', requesterId: ada }),
    at(40 * 24),
  );
  await desk.run((ctx) => sweepHistory(ctx, { client_id: acme as string, id }, ctx.now), at(40 * 24 + 6));
  const clock = async () => {
    const { items } = (await olive.call('GET', `/tickets/${key}/sla`)).body as { items: ClockView[] };
    const { state, targetSeconds, dueAt, breachedAt, source } = items.find(
      ({ target }) => target === 'resolution',
    ) as ClockView;
    return { state, targetSeconds, dueAt, breachedAt, source };
  };
  const before = await clock();
  expect(before).toMatchObject({ state: 'breached', targetSeconds: 14_400, dueAt: at(40 * 24 + 4).now });
  const other = termsOf({ resolution: 600 }, { calendar: 'always' });
  await desk.run((ctx) => promise(ctx, other, { name: 'Ten hours', clientId: acme as string }));
  const { version } = (await olive.call('GET', `/tickets/${key}`)).body as TicketView;
  const changed = await olive.call('PATCH', `/tickets/${key}`, { version, priority: 5 });
  expect(changed.status).toBe(200);
  const own = { minutes: 6_000, reason: 'Agreed by phone' };
  expect(await olive.call('PUT', `/tickets/${key}/sla/resolution/target`, own)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('its target stays') },
  });
  expect(await clock()).toEqual(before);
  const at2 = (await olive.call('GET', `/tickets/${key}`)).body as TicketView;
  const moved = await olive.call('POST', `/tickets/${key}/move`, {
    clientId: birch,
    reason: 'Theirs',
    version: at2.version,
  });
  expect(moved.status).toBe(201);
  expect(await clock()).toEqual({ ...before, source: 'what was promised before it moved here' });
  const november = '?from=2026-11-01&to=2026-11-30';
  for (const reader of [olive, tom]) {
    const { targets } = (await reader.call('GET', `/clients/${birch}/service-levels${november}`)).body as SlaReport;
    expect(targets).toEqual([]);
  }
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});
