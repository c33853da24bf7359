import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { putSetting } from '#platform/settings/index.ts';
import { actOn } from '#server/automation/threshold/index.ts';
import { createClient, createContact } from '#server/business/client/index.ts';
import {
  createTicket,
  findTicket,
  postMessage,
  ticketRows,
  transitionTicket,
  undoChange,
  updateTicket,
} from '#server/desk/ticket/index.ts';
import type { ClockView } from '#shared/service-level.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { explainTicket } from './explain.ts';
import { publishPolicy } from './policies.ts';
import { type Rebase, rebaseClocks } from './rebase.ts';
import { sweepClocks } from './sweep.ts';
import { verifyClocks } from './verify.ts';

// Without the scheduler: what came due long ago is to wait until a test looks.
const desk = await openDesk({ roles: ['web', 'worker'] });
const sam = await hire(desk, { name: 'Sam' });
const acme = await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'Australia/Sydney' }));
const ada = await desk.run((ctx) => createContact(ctx, { clientId: acme, name: 'Ada' }));

/** Wednesday, 10:00 in Sydney (UTC+11 in summer time). */
const at = (hours: number) => new Date(Date.parse('2026-11-18T10:00:00+11:00') + hours * 3_600_000).toISOString();

async function open(fields: object = {}, now = at(0)) {
  return desk.run(
    (ctx) =>
      createTicket(ctx, { kind: 'incident', clientId: acme, title: 'Slow mail', impact: 2, urgency: 2, ...fields }),
    { now },
  );
}
const clocks = (id: string, now: string) => desk.run(async (ctx) => explainTicket(ctx, acme, id), { now });
const resolution = (items: ClockView[]) => items.find((item) => item.target === 'resolution') as ClockView;

test('both clocks start with due times in working hours of the client’s zone', async () => {
  const ticket = await open();
  const items = await clocks(ticket.id, at(1));
  expect(items.map((item) => [item.target, item.state, item.dueAt])).toEqual([
    ['first_response', 'running', at(2)],
    // 24 working hours of 10 a day from Wednesday 10:00: 8 left that day, 10 on Thursday, 6 on Friday.
    ['resolution', 'running', at(52)],
  ]);
  expect(ticket.due_at).toBe(at(2));
  expect(resolution(items)).toMatchObject({ consumedSeconds: 3_600, timeZone: 'Australia/Sydney' });
});

test('waiting for the client pauses in working time, and going on resumes with what was left', async () => {
  const ticket = await open();
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'on_hold', holdReason: 'client' }), { now: at(1) });
  const paused = resolution(await clocks(ticket.id, at(5)));
  expect(paused).toMatchObject({ state: 'paused', consumedSeconds: 3_600, pauseReason: 'client', dueAt: null });
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'in_progress' }), { now: at(3) });
  const going = resolution(await clocks(ticket.id, at(3)));
  expect(going).toMatchObject({ state: 'running', consumedSeconds: 3_600, dueAt: at(54) });
  expect(going.sentence).toMatch(/2 h.*pauses not counted/);
});

const asSam = {
  identity: {
    scope: { principal: 'staff' as const, principalId: sam.id, allClients: true, clientIds: [] },
    actor: { kind: 'staff' as const, id: sam.id, name: 'Sam' },
    permissions: 'all' as const,
  },
};
const firstResponse = async (id: string, now: string) => (await clocks(id, now))[0];
const reply = (id: string, now: string) =>
  desk.run((ctx) => postMessage(ctx, id, { visibility: 'public', body: 'on it' }), { ...asSam, now });
const resolve = (id: string, fields: object = {}) =>
  desk.run((ctx) => transitionTicket(ctx, id, { to: 'resolved', resolutionCode: 'fixed', ...fields }), {
    ...asSam,
    now: at(1),
  });

test('where nobody asked, a reply reaches nobody: taking the work up is the first response', async () => {
  const ticket = await open();
  await reply(ticket.id, at(0.5));
  expect(await firstResponse(ticket.id, at(1))).toMatchObject({ state: 'running' });
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'in_progress' }), { ...asSam, now: at(1) });
  expect(await firstResponse(ticket.id, at(9))).toMatchObject({ state: 'met', consumedSeconds: 3_600 });
});

test('a resolution answers whoever asked by its note, and without one it claims nothing', async () => {
  const [told, untold] = [await open({ requesterId: ada }), await open({ requesterId: ada })];
  await resolve(told.id, { resolutionNote: 'A new cable' });
  expect(await firstResponse(told.id, at(2))).toMatchObject({ target: 'first_response', state: 'met' });
  await resolve(untold.id);
  expect(await firstResponse(untold.id, at(2))).toMatchObject({ target: 'first_response', state: 'cancelled' });
});

test('a reply meets the first response, a resolution stops, a reopening goes on', async () => {
  const ticket = await open({ requesterId: ada });
  await desk.run((ctx) => postMessage(ctx, ticket.id, { visibility: 'internal', body: 'thinking' }), {
    ...asSam,
    now: at(0.5),
  });
  expect(await firstResponse(ticket.id, at(0.5))).toMatchObject({ state: 'running' });
  await reply(ticket.id, at(1));
  expect(await firstResponse(ticket.id, at(9))).toMatchObject({
    target: 'first_response',
    state: 'met',
    consumedSeconds: 3_600,
  });
  await desk.run(
    (ctx) => transitionTicket(ctx, ticket.id, { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'done' }),
    { ...asSam, now: at(2) },
  );
  expect(resolution(await clocks(ticket.id, at(9)))).toMatchObject({ state: 'met', consumedSeconds: 7_200 });
  await desk.run((ctx) => transitionTicket(ctx, ticket.id, { to: 'reopened', reason: 'It came back' }), {
    ...asSam,
    now: at(3),
  });
  expect(resolution(await clocks(ticket.id, at(4)))).toMatchObject({
    state: 'running',
    consumedSeconds: 7_200 + 3_600,
  });
});

test('a hold lasts until it is released, also where its ticket was merged or resolved in between', async () => {
  const [held, other] = [await open({}, new Date().toISOString()), await open({}, new Date().toISOString())];
  const post = (path: string, body: object = {}) => sam.call('POST', `/tickets/${held.key}/${path}`, body);
  const standing = async () =>
    resolution(((await sam.call('GET', `/tickets/${held.key}/sla`)).body as { items: ClockView[] }).items);
  await post('sla/resolution/hold', { reason: 'Parts ordered' });
  const hold = { by: 'Sam (key test)', reason: 'Parts ordered' };
  expect(await standing()).toMatchObject({ state: 'paused', hold });
  await post('merge', { into: other.key });
  expect(await standing()).toMatchObject({ state: 'cancelled', held: null, hold: null });
  await post('unmerge');
  expect(await standing()).toMatchObject({ state: 'paused', hold });
  await post('transitions', { to: 'resolved', resolutionCode: 'fixed', resolutionNote: 'Done' });
  await post('transitions', { to: 'reopened', reason: 'It came back' });
  expect(await standing()).toMatchObject({ state: 'paused', held: 'Parts ordered', hold });
  await post('sla/resolution/release', { reason: 'They are here' });
  expect(await standing()).toMatchObject({ state: 'running', held: null, hold: null });
  expect((await verifyClocks(desk.services)).differences).toEqual([]);
});

test('another priority sets another target and keeps the time used', async () => {
  const ticket = await open();
  await desk.run(
    async (ctx) =>
      updateTicket(ctx, ticket.id, { version: (await findTicket(ctx, ticket.id)).version, impact: 1, urgency: 1 }),
    { now: at(1) },
  );
  expect(resolution(await clocks(ticket.id, at(2)))).toMatchObject({
    targetSeconds: 240 * 60,
    consumedSeconds: 7_200,
    dueAt: at(4),
  });
});

test('a target that is the same for another priority is promised by that priority from then on', async () => {
  const dove = await desk.run((ctx) => createClient(ctx, { name: 'Dove', code: 'DOVE', timeZone: 'UTC' }));
  await desk.run((ctx) => promise(ctx, termsOf({ resolution: 60 }), { clientId: dove }), { now: at(-1) });
  const ticket = await open({ clientId: dove });
  const source = async () =>
    resolution(await desk.run((ctx) => explainTicket(ctx, dove, ticket.id), { now: at(2) })).source;
  expect(await source()).toMatch(/^P3 /);
  await desk.run((ctx) => updateTicket(ctx, ticket.id, { version: ticket.version, impact: 1, urgency: 1 }), {
    now: at(1),
  });
  expect(await source()).toMatch(/^P1 /);
});

test('a missed target is acted on exactly once, by whichever worker comes first', async () => {
  const ticket = await open({}, new Date(Date.now() - 30 * 86_400_000).toISOString());
  const swept = await Promise.all([
    sweepClocks(desk.services, actOn),
    sweepClocks(desk.services, actOn),
    sweepClocks(desk.services, actOn),
  ]);
  expect(swept.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  await sweepClocks(desk.services, actOn);
  const events = await desk.run((ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('type')
      .where('subject_id', '=', ticket.id)
      .where('type', 'like', 'ticket.sla%')
      .execute(),
  );
  expect(events.map((event) => event.type)).toEqual(['ticket.sla_breached', 'ticket.sla_breached']);
  expect(resolution(await clocks(ticket.id, new Date().toISOString()))).toMatchObject({ state: 'breached' });
});

test('a missed clock keeps what it was promised, and is not written again as its ticket changes', async () => {
  const ticket = await open({}, new Date(Date.now() - 30 * 86_400_000).toISOString());
  await sweepClocks(desk.services, actOn);
  const written = () =>
    desk.run((ctx) =>
      sql<{ source: string; by: string }>`
        select source, xmin::text as by from ticket_clocks where ticket_id = ${ticket.id} order by target`.execute(
        ctx.tx,
      ),
    );
  const missed = (await written()).rows;
  expect(missed.map(({ source }) => source)).toEqual([expect.stringMatching(/^P3 /), expect.stringMatching(/^P3 /)]);
  await desk.run((ctx) => updateTicket(ctx, ticket.id, { version: ticket.version, impact: 1, urgency: 1 }));
  expect((await written()).rows).toEqual(missed);
});

/** Lets clocks follow what is in force at an instant, then. */
async function follow(rebase: Rebase & { at: string; by: string }) {
  const { now } = desk.services;
  Object.assign(desk.services, { now: () => rebase.at });
  await rebaseClocks(desk.services).run(rebase);
  Object.assign(desk.services, { now });
}

test('who promises a target is told anew where the number stays, and why, and what the clock counts is not touched', async () => {
  const clientId = await desk.run((ctx) => createClient(ctx, { name: 'Same', code: 'SAME', timeZone: 'UTC' }));
  const terms = termsOf({ first_response: 'none', resolution: 600 }, { calendar: 'always' });
  const policy = await desk.run((ctx) => promise(ctx, terms, { name: 'Ten hours', clientId }), { now: at(-1) });
  const { id } = await open({ clientId });
  const version = async () => (await desk.run((ctx) => findTicket(ctx, id))).version;
  const raised = await desk.run(
    async (ctx) => updateTicket(ctx, id, { version: await version(), impact: 1, urgency: 1 }),
    { ...asSam, now: at(1) },
  );
  await desk.run((ctx) => publishPolicy(ctx, policy, { version: 2, terms: terms as never }), { now: at(2) });
  await follow({ clientId, groupId: null, at: at(3), by: 'Sam', why: '"Ten hours", version 2' });
  const clock = resolution(await desk.run((ctx) => explainTicket(ctx, clientId, id), { now: at(4) }));
  expect(raised.ticket.priority).toBe(1);
  expect(clock).toMatchObject({
    consumedSeconds: 4 * 3_600,
    source: expect.stringMatching(/^P1 in "Ten hours" of the client, version 2/),
  });
  expect(clock.intervals.map(({ since }) => since)).toEqual([
    null,
    { why: 'priority P3 → P1', by: 'Sam' },
    { why: '"Ten hours", version 2', by: 'Sam' },
  ]);
  expect(new Set(clock.intervals.map(({ why }) => why))).toEqual(new Set(['created']));
  const { key } = await desk.run((ctx) => findTicket(ctx, id));
  expect((await verifyClocks(desk.services)).differences.filter((one) => one.startsWith(key))).toEqual([]);
});

describe('a target that becomes shorter', () => {
  const short = async (code: string) => {
    const clientId = await desk.run((ctx) => createClient(ctx, { name: code, code, timeZone: 'UTC' }));
    const terms = termsOf({ first_response: 'none', resolution: [60, 600, 600, 600, 600] }, { calendar: 'always' });
    const policy = await desk.run((ctx) => promise(ctx, terms, { name: 'By priority', clientId }), { now: at(-1) });
    return { clientId, policy, id: (await open({ clientId })).id };
  };
  const raise = (id: string, hours: number) =>
    desk.run(
      async (ctx) => updateTicket(ctx, id, { version: (await findTicket(ctx, id)).version, impact: 1, urgency: 1 }),
      { ...asSam, now: at(hours) },
    );
  const clock = async (clientId: string, id: string, hours: number) =>
    resolution(await desk.run((ctx) => explainTicket(ctx, clientId, id), { now: at(hours) }));

  test('says who promised it, and a raise that is undone says the former again unless it was missed by it', async () => {
    const { clientId, id } = await short('UNDO');
    const early = await raise(id, 0.5);
    expect(await clock(clientId, id, 0.5)).toMatchObject({
      targetSeconds: 3_600,
      source: expect.stringMatching(/^P1/),
    });
    await desk.run((ctx) => undoChange(ctx, id, early.eventId ?? ''), { ...asSam, now: at(0.6) });
    expect(await clock(clientId, id, 0.6)).toMatchObject({
      targetSeconds: 36_000,
      source: expect.stringMatching(/^P3/),
    });
    const late = await raise(id, 2);
    const missed = { state: 'breached', targetSeconds: 3_600, source: expect.stringMatching(/^P1/) };
    expect(await clock(clientId, id, 2)).toMatchObject(missed);
    await desk.run((ctx) => undoChange(ctx, id, late.eventId ?? ''), { ...asSam, now: at(3) });
    expect(await clock(clientId, id, 3)).toMatchObject(missed);
  });

  test('says so as well where clocks follow another policy', async () => {
    const { clientId, policy, id } = await short('FOLLOW');
    const terms = termsOf({ first_response: 'none', resolution: 60 }, { calendar: 'always' });
    await desk.run((ctx) => publishPolicy(ctx, policy, { version: 2, terms: terms as never }), { now: at(2) });
    await follow({ clientId, groupId: null, at: at(3), by: 'Sam', why: '"By priority", version 2' });
    expect(await clock(clientId, id, 4)).toMatchObject({
      state: 'breached',
      source: expect.stringMatching(/^P3 in "By priority" of the client, version 2/),
      miss: { sentence: expect.stringContaining('10 h was promised before ("By priority", version 2)') },
    });
  });
});

test('a clock that was told of as at risk still looks at risk in the queue', async () => {
  const always = await desk.run((ctx) => createClient(ctx, { name: 'Always', code: 'ALWAYS', timeZone: 'UTC' }));
  const hours = { alwaysOpen: true, hours: [], closedDays: [], publicHolidays: false };
  await desk.run((ctx) => putSetting(ctx, 'sla.hours', { level: 'client', id: always }, hours));
  // 100 of the 120 minutes to the first response are gone.
  const ticket = await open({ clientId: always }, new Date(Date.now() - 100 * 60_000).toISOString());
  const riskOf = async () => {
    const [row] = await desk.run((ctx) => ticketRows(ctx, [ticket]));
    return Date.parse(row?.clock?.atRiskAt ?? '');
  };
  expect(await riskOf()).toBeLessThan(Date.now());
  await sweepClocks(desk.services, actOn);
  expect(await riskOf()).toBeLessThan(Date.now());
});

test('a thousand clocks that come due at one instant are all acted on by one sweep, each once', async () => {
  const busy = await desk.run((ctx) => createClient(ctx, { name: 'Busy', code: 'BUSY', timeZone: 'UTC' }));
  // A first response is owed when the resolution is, so that both clocks of a ticket come due together.
  const both = termsOf({ first_response: 60, resolution: 60 });
  await desk.run((ctx) => promise(ctx, both, { clientId: busy }), { now: at(-1) });
  await sweepClocks(desk.services, actOn);
  const ids = await desk.run(
    async (ctx) => {
      const made: string[] = [];
      for (let n = 0; n < 500; n++)
        made.push((await createTicket(ctx, { kind: 'incident', clientId: busy, title: `Alarm ${n}` })).id);
      return made;
    },
    { now: at(0) },
  );
  const due = (await desk.run((ctx) => explainTicket(ctx, busy, ids[0] ?? ''), { now: at(0) })).map(
    ({ dueAt }) => dueAt,
  );
  expect(new Set(due).size).toBe(1);
  expect(await sweepClocks(desk.services, actOn)).toBe(1_000);
  expect(await sweepClocks(desk.services, actOn)).toBe(0);
  const events = await desk.run(({ tx }) =>
    tx
      .selectFrom('events')
      .select(['subject_id', 'data'])
      .where('type', '=', 'ticket.sla_breached')
      .where('subject_id', 'in', ids)
      .execute(),
  );
  expect(events.length).toBe(1_000);
  const told = new Set(events.map(({ subject_id, data }) => `${subject_id} ${(data as { target: string }).target}`));
  expect(told.size).toBe(1_000);
});
