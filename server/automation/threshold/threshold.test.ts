import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { createTicket } from '#server/desk/ticket/index.ts';
import { sweepPages } from '#server/practices/escalation/index.ts';
import { sweepClocks } from '#server/practices/service-level/index.ts';
import type { PageView } from '#shared/escalation.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import { openDesk } from '#tests/desk.ts';
import { at, later } from '#tests/paging.ts';
import { hire } from '#tests/people.ts';
import { promise, termsOf } from '#tests/policies.ts';
import { actOn } from './index.ts';

// Without the scheduler: nothing is swept but by the tests.
const desk = await openDesk({ roles: ['web', 'worker'], maxConnections: 8 });
const admin = new pg.Client({ connectionString: desk.adminUrl });
await admin.connect();
afterAll(() => admin.end());
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech' });
const network = await desk.run((ctx) =>
  createTeam(ctx, { name: 'Network', strategy: 'manual', members: [{ staffId: tom.id, lead: true }] }),
);
const macro = (
  await olive.call('POST', '/macros', { name: 'Tag it', shared: true, steps: [{ tags: { add: ['late'] } }] })
).body as { id: string };
const begun = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
const thresholds = [
  { percent: 50, actions: [{ type: 'notify', who: ['assignee'] }] },
  { percent: 75, actions: [{ type: 'raise_priority' }] },
  {
    percent: 100,
    actions: [
      { type: 'macro', macroId: macro.id },
      { type: 'page' },
      { type: 'notify', who: [], staffIds: [olive.id] },
    ],
  },
  { percent: 120, actions: [{ type: 'reassign', teamId: network }] },
] as const;

/** A client whose incidents are promised a resolution in 100 minutes, with something to do at each threshold. */
async function client(code: string): Promise<string> {
  const id = await desk.run((ctx) => createClient(ctx, { name: code, code, timeZone: 'UTC' }), { now: begun });
  const terms = termsOf({ first_response: 'none', resolution: 100 }, { calendar: 'always', thresholds });
  await desk.run((ctx) => promise(ctx, terms, { clientId: id }), { now: begun });
  return id;
}
const log = (clientId: string) =>
  desk.run((ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'Down', assigneeId: tom.id }), {
    now: begun,
  });
const sweepAt = (minutes: number) => sweepClocks(at(desk.services, later(begun, minutes)), actOn);

/** What has been done about a ticket, by whom it was told and the sentences of its timeline. */
async function doneTo(id: string) {
  const { priority, tags, team } = (await olive.call('GET', `/tickets/${id}`)).body as TicketView;
  const { items } = (await olive.call('GET', `/tickets/${id}/timeline`)).body as { items: TimelineEntry[] };
  const { rows } = await admin.query<{ staff_id: string }>(
    `select staff_id from fettle.notifications where ticket_id = $1 and kind = 'service_level'`,
    [id],
  );
  const heard = (who: string) => rows.filter(({ staff_id }) => staff_id === who).length;
  const times = (type: string) => items.filter((entry) => entry.type === type).length;
  return {
    ...{ priority, tags, team: team?.name ?? null },
    ...{ tom: heard(tom.id), olive: heard(olive.id) },
    ...{ raised: times('ticket.updated'), macros: times('ticket.ran_macro'), given: times('ticket.assigned') },
    ...{
      atRisk: times('ticket.sla_at_risk'),
      missed: times('ticket.sla_breached'),
      failed: times('ticket.sla_action_failed'),
    },
  };
}
/** After every threshold: each thing once. No path is set, so paging fails, is said, and holds up nothing. */
const ALL = {
  ...{ priority: 2, tags: ['late'], team: 'Network', tom: 1, olive: 1 },
  // The macro's tags are told as a change of their own.
  ...{ raised: 2, macros: 1, given: 1, atRisk: 2, missed: 2, failed: 1 },
};

/** A hundred in a deep run. */
const KILLS = process.env.FETTLE_PROPERTY_FACTOR ? 100 : 10;
const { atRisk: _atRisk, missed: _missed, ...ONCE } = ALL;

test('each threshold does what its policy says when it comes, once, and one that fails holds up no other', async () => {
  const { id } = await log(await client('ACME'));
  await sweepAt(49);
  expect(await doneTo(id)).toMatchObject({ tom: 0, atRisk: 0, priority: 3 });
  await sweepAt(50);
  expect(await doneTo(id)).toMatchObject({ tom: 1, atRisk: 1, priority: 3 });
  await sweepAt(76);
  expect(await doneTo(id)).toMatchObject({ tom: 1, atRisk: 2, priority: 2 });
  await sweepAt(101);
  expect(await doneTo(id)).toMatchObject({ tags: ['late'], olive: 1, failed: 1, missed: 1, team: null });
  await sweepAt(121);
  await sweepAt(121);
  expect(await doneTo(id)).toEqual(ALL);
});

test('what one clock brings about reaches another that is due at the same instant', async () => {
  const clientId = await desk.run((ctx) => createClient(ctx, { name: 'TWIN', code: 'TWIN', timeZone: 'UTC' }), {
    now: begun,
  });
  const raising = [{ percent: 50, actions: [{ type: 'raise_priority' }] }] as const;
  const minutes = { first_response: 100, resolution: [40, 40, 100, 100, 100] };
  const terms = termsOf(minutes, { calendar: 'always', thresholds: raising });
  await desk.run((ctx) => promise(ctx, terms, { clientId }), { now: begun });
  const requesterId = await desk.run((ctx) => createContact(ctx, { clientId, name: 'Ada' }));
  const { id } = await desk.run(
    (ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'Down', requesterId }),
    { now: begun },
  );
  await sweepAt(50);
  const { items } = (await olive.call('GET', `/tickets/${id}/sla`)).body as {
    items: { target: string; targetSeconds: number; breachedAt: string | null; source: string }[];
  };
  const resolution = items.find(({ target }) => target === 'resolution');
  expect(resolution).toMatchObject({ targetSeconds: 40 * 60, source: expect.stringMatching(/^P2 /) });
  expect(resolution?.breachedAt).not.toBeNull();
});

describe('a page for the sake of a clock', async () => {
  const ann = await hire(desk, { name: 'Ann', role: 'technician' });
  const levels = [tom, ann].map(({ id }, index) => ({
    afterMinutes: index * 10,
    targets: [{ kind: 'staff', staffId: id }],
  }));
  const { id: pathId } = (
    await olive.call('POST', '/escalation-paths', { name: 'Nights', levels, repeatTimes: 0, repeatEveryMinutes: 10 })
  ).body as { id: string };
  const paging = [{ percent: 50, actions: [{ type: 'page', pathId }] }] as const;
  const asked = async (code: string, minutes: Parameters<typeof termsOf>[0]) => {
    const clientId = await desk.run((ctx) => createClient(ctx, { name: code, code, timeZone: 'UTC' }), { now: begun });
    const terms = termsOf(minutes, { calendar: 'always', thresholds: paging });
    await desk.run((ctx) => promise(ctx, terms, { clientId }), { now: begun });
    const requesterId = await desk.run((ctx) => createContact(ctx, { clientId, name: 'Ada' }));
    const { id } = await desk.run(
      (ctx) => createTicket(ctx, { kind: 'incident', clientId, title: 'Down', requesterId }),
      {
        now: begun,
      },
    );
    await sweepAt(50);
    return id;
  };
  const reply = (id: string) => tom.call('POST', `/tickets/${id}/messages`, { visibility: 'public', body: 'On it' });
  const page = async (id: string) =>
    ((await olive.call('GET', `/tickets/${id}/pages`)).body as { items: PageView[] }).items[0];
  const ends = async (id: string) =>
    ((await olive.call('GET', `/tickets/${id}/timeline`)).body as { items: TimelineEntry[] }).items
      .filter(({ type }) => type === 'ticket.page_ended')
      .map(({ sentence }) => sentence);
  const callNext = () => sweepPages(at(desk.services, later(begun, 65)));

  test('calls nobody any more once that clock is met', async () => {
    const id = await asked('ANSWER', { first_response: 100, resolution: 'none' });
    expect(await page(id)).toMatchObject({ state: 'paging', level: 1, told: [{ name: 'Tom Tech' }] });
    expect((await reply(id)).status).toBe(201);
    expect(await page(id)).toMatchObject({ state: 'ended', nextAt: null });
    expect(await ends(id)).toEqual(['stopped paging: the first response target is met']);
    await callNext();
    expect(await page(id)).toMatchObject({ level: 1 });
  });

  test('goes on while another clock that raised it runs, or where somebody asked for it by hand', async () => {
    const [both, byHand] = [
      await asked('BOTH', { first_response: 100, resolution: 100 }),
      await asked('HAND', { first_response: 100, resolution: 'none' }),
    ];
    await olive.call('POST', `/tickets/${byHand}/pages`, { why: 'I need somebody', pathId });
    for (const id of [both, byHand]) await reply(id);
    await callNext();
    for (const id of [both, byHand]) expect(await page(id)).toMatchObject({ level: 2, told: [{ name: 'Ann' }] });
    await olive.call('POST', `/tickets/${both}/transitions`, { to: 'resolved', resolutionCode: 'fixed' });
    expect(await ends(both)).toHaveLength(1);
  });
});

test('a reassignment to whoever has it already is no event, and one that fails says who it is about', async () => {
  const far = await hire(desk, { name: 'Fay Far', role: 'technician', clientIds: [] });
  const clientId = await desk.run((ctx) => createClient(ctx, { name: 'GIVE', code: 'GIVE', timeZone: 'UTC' }), {
    now: begun,
  });
  const giving = [tom.id, far.id].map((assigneeId) => ({ type: 'reassign' as const, assigneeId }));
  const terms = termsOf(
    { first_response: 'none', resolution: 100 },
    { calendar: 'always', thresholds: [{ percent: 50, actions: giving }] },
  );
  await desk.run((ctx) => promise(ctx, terms, { clientId }), { now: begun });
  const { id } = await log(clientId);
  await sweepAt(50);
  const { items } = (await olive.call('GET', `/tickets/${id}/timeline`)).body as { items: TimelineEntry[] };
  expect(items.filter(({ type }) => type === 'ticket.assigned')).toEqual([]);
  expect(items.find(({ type }) => type === 'ticket.sla_action_failed')?.sentence).toBe(
    'could not reassign for the resolution target: Fay Far does not work for this client',
  );
});

test('a clock set forward by a day and back again doubles nothing and loses nothing', async () => {
  const { id } = await log(await client('JUMP'));
  await sweepAt(60);
  await sweepAt(60 + 24 * 60);
  await sweepAt(60);
  await sweepAt(0);
  await sweepAt(200);
  // What came due at one instant is said once, by the highest; what is to be done at each is done.
  expect(await doneTo(id)).toEqual({ ...ALL, atRisk: 1, missed: 1 });
});

test('a sweeper that is killed again and again in the midst of a storm does each thing once', async () => {
  const busy = await client('STORM');
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) ids.push((await log(busy)).id);
  let killed = 0;
  for (let n = 0; killed < KILLS; n++) {
    const wave = at(desk.services, later(begun, [55, 80, 105, 125][n % 4] ?? 125));
    // Every fifth goes through, so that the storm moves on.
    let left = n % 5 === 4 ? Number.POSITIVE_INFINITY : 1 + ((n * 13) % 8);
    const sweep = sweepClocks(wave, async (ctx, passed) => {
      await actOn(ctx, passed);
      left -= 1;
      // Its session ends with everything that is done and not committed, as when the process is killed.
      if (left <= 0) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.tx);
    });
    killed += await sweep.then(
      () => 0,
      () => 1,
    );
    // More comes due, so that there is something to be killed in.
    if (n % 5 === 4) for (let more = 0; more < 2; more++) ids.push((await log(busy)).id);
  }
  await sweepAt(125);
  for (const id of ids) expect([id, await doneTo(id)]).toMatchObject([id, ONCE]);
}, 600_000);
