import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import { createItem, relateItems } from '#server/practices/configuration/index.ts';
import type { ChangeView } from '#shared/change.ts';
import type { ChangeCalendar, Collisions } from '#shared/change-schedule.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const HOUR = 3_600_000;
const desk = await openDesk({ roles: [] });
const olive = await hire(desk, { name: 'Olive Owner' });
const tom = await hire(desk, { name: 'Tom Tech', role: 'technician' });
const { acme, birch, db, host, app, laptop } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  const item = (clientId: string, name: string) => createItem(ctx, { clientId, name, classKey: 'server' });
  const [db, host, app] = [await item(acme, 'db1'), await item(acme, 'host1'), await item(acme, 'app1')];
  await relateItems(ctx, { fromId: db, toId: host, kind: 'uses' });
  await relateItems(ctx, { fromId: app, toId: db, kind: 'uses' });
  return { acme, birch, db, host, app, laptop: await item(birch, 'lap1') };
});
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'technician', clientIds: [birch] });
const CALM = { experience: 'often', backout: 'tested', testing: 'alike', interruption: 'none', people: 'one' };
const PLANS = { implementation: 'a', test: 'b', backout: 'c' };
/** A day of its own for each test, so that they do not collide with each other. */
let day = Math.ceil(Date.now() / (24 * HOUR)) * 24 * HOUR + 24 * HOUR;
const nextDay = () => {
  day += 40 * 24 * HOUR;
  return day;
};
const iso = (ms: number) => new Date(ms).toISOString();

async function raise(title: string, from: number, hours: number, more: object = {}) {
  const window = { plannedStart: iso(from), plannedEnd: iso(from + hours * HOUR), plans: PLANS, answers: CALM };
  const { status, body } = await tom.call('POST', '/changes', { clientId: acme, title, ...window, ...more });
  expect(status).toBe(201);
  return body as ChangeView;
}
const go = (key: string, to: string, more: object = {}) =>
  tom.call('POST', `/tickets/${key}/transitions`, { to, ...more });
/** Past its draft, so that others keep clear of it. */
async function meant(title: string, from: number, hours: number, more: object = {}) {
  const change = await raise(title, from, hours, more);
  expect((await go(change.key, 'assess')).status).toBe(201);
  return change;
}
const collisions = async (key: string, query = '', who = tom) =>
  (await who.call('GET', `/changes/${key}/collisions${query}`)).body as Collisions;
const period = async (body: object) =>
  ((await olive.call('POST', '/change-periods', { kind: 'freeze', timeZone: 'UTC', ...body })).body as { id: string })
    .id;

test('a change that collides is held back with the reason, goes on in a proposed slot, or in spite of it for a reason', async () => {
  const at = nextDay();
  const other = await meant('Move host', at, 2, { itemIds: [host] });
  const mine = await meant('Patch db', at + HOUR, 2, { itemIds: [db] });
  const sentence = `${other.key} “Move host” works on “host1”, which “db1” depends on.`;
  const found = await collisions(mine.key);
  expect(found.collisions).toMatchObject([
    {
      ...{ kind: 'dependency', blocks: true, overridden: false, sentence, change: { key: other.key }, period: null },
      ...{ from: iso(at + HOUR), to: iso(at + 2 * HOUR) },
    },
  ]);
  expect((await collisions(other.key)).collisions).toMatchObject([
    { sentence: `${mine.key} “Patch db” works on “db1”, which depends on “host1”.` },
  ]);
  expect(await go(mine.key, 'authorise')).toMatchObject({
    status: 409,
    body: { code: 'transition_refused', detail: expect.stringContaining(sentence) },
  });

  // In spite of it, by whoever may; what comes up later holds it back again.
  const reason = { reason: 'The vendor is here only then' };
  expect((await tom.call('POST', `/changes/${mine.key}/overrides`, reason)).status).toBe(403);
  const overridden = await olive.call('POST', `/changes/${mine.key}/overrides`, reason);
  expect(overridden).toMatchObject({ status: 201, body: { collisions: [{ blocks: false, overridden: true }] } });
  expect((await tom.call('GET', `/changes/${mine.key}`)).body).toMatchObject({
    overrides: [{ kind: 'collision', against: sentence, reason: reason.reason, by: 'Olive Owner', over: false }],
  });
  expect((await olive.call('POST', `/changes/${mine.key}/overrides`, reason)).status).toBe(409);
  const third = await meant('Restart app', at + HOUR, 1, { itemIds: [app] });
  expect((await go(mine.key, 'authorise')).status).toBe(409);
  expect((await go(third.key, 'cancelled', { reason: 'Not needed now' })).status).toBe(201);
  expect((await go(mine.key, 'authorise')).status).toBe(201);

  // The proposed slot is one that nothing stands against, and a new window ends the override.
  const [slot] = found.slots;
  expect(slot).toEqual({ from: iso(at + 2 * HOUR), to: iso(at + 4 * HOUR) });
  expect((await collisions(mine.key, `?from=${slot?.from}&until=${slot?.to}`)).collisions).toEqual([]);
  const { version } = (await tom.call('GET', `/changes/${mine.key}`)).body as ChangeView;
  const moved = await tom.call('PATCH', `/changes/${mine.key}`, {
    version,
    plannedStart: slot?.from,
    plannedEnd: slot?.to,
  });
  expect(moved.body).toMatchObject({ status: 'assess', overrides: [{ over: true }] });
  expect((await collisions(mine.key)).collisions).toEqual([]);
});

test('drafts collide with nothing, and a person cannot be at two places', async () => {
  const at = nextDay();
  const draft = await raise('Perhaps', at, 2, { itemIds: [db] });
  const mine = await meant('Patch', at, 2, { itemIds: [db], assigneeId: tom.id });
  expect((await collisions(mine.key)).collisions).toEqual([]);
  expect((await collisions(draft.key)).collisions).toMatchObject([{ kind: 'item', blocks: true }]);
  const other = await raise('Elsewhere', at + HOUR, 2, { clientId: birch, itemIds: [laptop], assigneeId: tom.id });
  expect((await collisions(other.key)).collisions).toMatchObject([
    { kind: 'person', sentence: `Tom Tech works on ${mine.key} “Patch” at this time.` },
  ]);
  expect((await collisions(mine.key, '', narrow)) as object).toMatchObject({ status: 404 });
});

test('freezes, blackouts and windows of the client count, as the settings say', async () => {
  const at = nextDay();
  const mine = await meant('Patch', at, 2, { itemIds: [db] });
  const freeze = await period({
    name: 'Audit',
    clientId: acme,
    itemIds: [app],
    fromAt: iso(at),
    untilAt: iso(at + HOUR),
  });
  const window = await period({
    kind: 'window',
    name: 'Evening',
    clientId: acme,
    fromAt: iso(at + 10 * HOUR),
    untilAt: iso(at + 14 * HOUR),
  });
  await period({ name: 'Theirs', clientId: birch, fromAt: iso(at), untilAt: iso(at + 9 * HOUR) });
  const found = await collisions(mine.key);
  expect(found.collisions.map(({ kind, sentence }) => [kind, sentence])).toEqual([
    ['freeze', 'The freeze “Audit” is on for what depends on “db1”.'],
    ['outside_window', 'It is not within the maintenance window of “db1”: “Evening”.'],
  ]);
  expect(found.slots[0]).toEqual({ from: iso(at + 10 * HOUR), to: iso(at + 12 * HOUR) });
  await olive.call('POST', `/changes/${mine.key}/overrides`, { reason: 'The auditors agreed' });
  expect((await tom.call('GET', `/changes/${mine.key}`)).body).toMatchObject({
    overrides: [{ kind: 'freeze' }, { kind: 'outside_window' }],
  });
  await olive.call('PUT', '/settings/change.blocking', { level: 'provider', value: { kinds: ['item'] } });
  const later = await meant('Later', at + HOUR / 2, 1, { itemIds: [db], clientId: acme });
  expect((await collisions(later.key)).collisions.map(({ kind, blocks }) => [kind, blocks])).toEqual([
    ['item', true],
    ['freeze', false],
    ['outside_window', false],
  ]);
  for (const id of [freeze, window]) await olive.call('DELETE', `/change-periods/${id}`);
  await olive.call('DELETE', '/settings/change.blocking?level=provider');
});

test('the calendar tells changes, what they collide with, windows and who is on call, to those who see the client', async () => {
  const at = nextDay();
  const one = await meant('One', at, 2, { itemIds: [db] });
  const two = await meant('Two', at + HOUR, 2, { itemIds: [db] });
  const theirs = await raise('Theirs', at, 1, { clientId: birch });
  const id = await period({ name: 'Quiet', clientId: acme, fromAt: iso(at + 8 * HOUR), untilAt: iso(at + 9 * HOUR) });
  const members = [tom.id];
  const layer = {
    name: 'All',
    members,
    startDate: '2026-01-01',
    handOverTime: '09:00',
    unit: 'week',
    every: 1,
    handOverWeekday: 1,
    hours: [],
  };
  await olive.call('POST', '/on-call/schedules', { name: 'First line', timeZone: 'UTC', layers: [layer] });
  const calendar = async (who = tom, query = '') =>
    (await who.call('GET', `/change-calendar?from=${iso(at)}&until=${iso(at + 24 * HOUR)}${query}`))
      .body as ChangeCalendar;
  const all = await calendar();
  expect(all.changes.map(({ key, collisions: hits }) => [key, hits.map(({ kind }) => kind)])).toEqual(
    expect.arrayContaining([
      [one.key, ['item']],
      [two.key, ['item']],
      [theirs.key, []],
    ]),
  );
  expect(all.periods).toMatchObject([
    { id, kind: 'freeze', client: { name: 'Acme' }, times: [{ from: iso(at + 8 * HOUR) }] },
  ]);
  expect(all.onCall).toMatchObject([
    { schedule: { name: 'First line' }, shifts: [{ staff: { name: 'Tom Tech' } }], gaps: [] },
  ]);
  expect((await calendar(tom, `&clientId=${birch}`)).changes.map(({ key }) => key)).toEqual([theirs.key]);
  const seen = await calendar(narrow);
  expect([seen.changes.map(({ key }) => key), seen.periods]).toEqual([[theirs.key], []]);
  expect((await tom.call('GET', `/change-calendar?from=${iso(at)}&until=${iso(at + 63 * 24 * HOUR)}`)).status).toBe(
    422,
  );
  expect((await tom.call('GET', `/change-calendar?from=${iso(at)}&until=${iso(at)}`)).status).toBe(422);
});

test('whoever sees some clients only collides with what they do not see, and learns nothing of what it is', async () => {
  const msp = await desk.run(async (ctx) => {
    const id = await createClient(ctx, { name: 'Harbour', code: 'HIT', timeZone: 'UTC' });
    await ctx.tx.updateTable('clients').set({ kind: 'internal' }).where('id', '=', id).execute();
    return id;
  });
  const at = nextDay();
  const hidden = await meant('Renew Acme’s lines', at, 2, { clientId: msp, itemIds: [laptop, db], assigneeId: tom.id });
  const mine = await meant('Patch lap', at + HOUR, 2, { clientId: birch, itemIds: [laptop], assigneeId: tom.id });
  expect((await narrow.call('GET', `/changes/${hidden.key}`)).status).toBe(404);
  const found = await collisions(mine.key, '', narrow);
  expect(found.collisions).toMatchObject([
    { kind: 'item', blocks: true, change: null, sentence: 'A change that you do not see works on “lap1” as well.' },
    {
      kind: 'person',
      blocks: true,
      change: null,
      sentence: 'Tom Tech works on a change that you do not see at this time.',
    },
  ]);
  const calendar = await narrow.call('GET', `/change-calendar?from=${iso(at)}&until=${iso(at + 5 * HOUR)}`);
  expect((calendar.body as ChangeCalendar).changes.map(({ key, collisions }) => [key, collisions.length])).toEqual([
    [mine.key, 2],
  ]);
  const seen = JSON.stringify(found) + calendar.text;
  for (const word of [hidden.key, hidden.ticketId, 'Renew', 'Acme', 'db1']) expect(seen).not.toContain(word);
  expect(found.slots.length).toBeGreaterThan(0);
  for (const slot of found.slots)
    expect(Date.parse(slot.from) >= at + 2 * HOUR || Date.parse(slot.to) <= at).toBe(true);
  // Who sees it goes on in spite of it; then it holds nobody back, and what stays written names nothing of others.
  expect((await olive.call('POST', `/changes/${mine.key}/overrides`, { reason: 'One after the other' })).status).toBe(
    201,
  );
  const after = await collisions(mine.key, '', narrow);
  expect(after.collisions.map(({ blocks, overridden }) => [blocks, overridden])).toEqual([
    [false, true],
    [false, true],
  ]);
  expect((await narrow.call('GET', `/changes/${mine.key}`)).text).not.toMatch(/Renew|HIT-/);
  // Another one that comes up later holds it back again.
  await meant('Also hidden', at + 2 * HOUR, 1, { clientId: msp, itemIds: [laptop] });
  expect((await collisions(mine.key, '', narrow)).collisions.filter(({ blocks }) => blocks)).toHaveLength(1);
});
