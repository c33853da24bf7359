import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { oracleDepends, oracleKinds } from './change/schedule-oracle.ts';
import {
  type CollisionKind,
  collisionsAmong,
  collisionsOf,
  dependence,
  dependenceOf,
  dependenceOn,
  freeSlots,
  type Period,
  type Planned,
  type Served,
  type Surroundings,
} from './change-schedule.ts';
import type { Edge } from './estate/impact.ts';

const HOUR = 3_600_000;
const BASE = Date.parse('2026-12-07T00:00:00Z');
const hour = (n: number) => BASE + n * HOUR;
const ALL: ReadonlySet<CollisionKind> = new Set([
  'item',
  'dependency',
  'person',
  'freeze',
  'blackout',
  'outside_window',
]);
const item = (id: string, serviceId: string | null = null, clientId = 'acme') => ({
  id,
  name: id,
  clientId,
  serviceId,
});
const change = (id: string, from: number, to: number, over: Partial<Planned> = {}): Planned => ({
  ...{ id, key: id.toUpperCase(), title: 'Patch', clientId: 'acme', isEmergency: false },
  ...{ from: hour(from), to: hour(to), items: [], serviceIds: [], team: null, people: [] },
  ...over,
});
const period = (kind: Period['kind'], from: number, to: number, over: Partial<Period> = {}): Period => ({
  ...{ id: `${kind}${from}`, name: `${kind} ${from}`, kind, level: 'provider', clientIds: null },
  ...{ serviceIds: [], itemIds: [], time: { kind: 'once', from: hour(from), to: hour(to) } },
  ...over,
});
const NONE: Served = new Map();
function around(
  changes: readonly Planned[],
  edges: readonly Edge[] = [],
  periods: readonly Period[] = [],
  served = NONE,
): Surroundings {
  return { periods, served, blocking: ALL, depends: dependenceOf(edges, changes, periods, served) };
}
const said = (one: Planned, others: Planned[], edges: Edge[] = [], periods: Period[] = [], served = NONE) =>
  collisionsOf(one, others, around([one, ...others], edges, periods, served)).map(({ sentence }) => sentence);

describe('collisions with other changes', () => {
  const a = change('a', 1, 3, { items: [item('db')] });
  const edges = [
    { cause: 'switch', effect: 'host' },
    { cause: 'host', effect: 'db' },
    { cause: 'db', effect: 'app' },
  ];

  it('finds the same item, what it depends on and what depends on it, at any depth, and says which', () => {
    const on = (id: string, over = {}) => change('b', 2, 4, { items: [item(id)], ...over });
    expect(said(a, [on('db')])).toEqual(['B “Patch” works on “db” as well.']);
    expect(said(a, [on('switch')], edges)).toEqual(['B “Patch” works on “switch”, which “db” depends on.']);
    expect(said(a, [on('app')], edges)).toEqual(['B “Patch” works on “app”, which depends on “db”.']);
    expect(said(a, [on('other')], edges)).toEqual([]);
    expect(said(a, [change('b', 3, 4, { items: [item('db')] })])).toEqual([]);
    expect(said(a, [a])).toEqual([]);
  });

  it('ends in circles, where each depends on the other', () => {
    const ring = [...edges, { cause: 'app', effect: 'switch' }];
    expect(said(a, [change('b', 1, 2, { items: [item('app')] })], ring)).toHaveLength(2);
  });

  it('finds people and teams; a team alone holds nobody back', () => {
    const team = { id: 't', name: 'Network' };
    const both = { team, people: [{ id: 'ann', name: 'Ann' }] };
    const [mine, theirs] = [change('a', 1, 3, both), change('b', 2, 4, both)];
    expect(collisionsOf(mine, [theirs], around([mine, theirs]))).toMatchObject([
      { kind: 'person', blocks: true, sentence: 'Ann works on B “Patch” at this time.', from: hour(2), to: hour(3) },
      { kind: 'team', blocks: false, sentence: 'The team Network works on B “Patch” at this time.' },
    ]);
  });
});

describe('freezes, blackouts and windows', () => {
  const a = change('a', 1, 3, { items: [item('db', 'mail')] });

  it('holds a freeze against whatever it is about: everything, a service, or what depends on what is changed', () => {
    expect(said(a, [], [], [period('freeze', 2, 9)])).toEqual(['The freeze “freeze 2” is on.']);
    expect(said(a, [], [], [period('freeze', 3, 9)])).toEqual([]);
    expect(said(a, [], [], [period('freeze', 2, 9, { clientIds: ['birch'] })])).toEqual([]);
    const edges = [{ cause: 'db', effect: 'payroll-app' }];
    const served = new Map([['payroll', [{ id: 'payroll-app', clientId: 'acme' }]]]);
    const payroll = period('blackout', 2, 9, { serviceIds: ['payroll'] });
    expect(said(a, [], edges, [payroll], served)).toEqual([
      'The blackout “blackout 2” is on for what depends on “db”.',
    ]);
    expect(said(a, [], [], [payroll], served)).toEqual([]);
    expect(said(change('a', 1, 3, { serviceIds: ['payroll'] }), [], [], [payroll])).toEqual([
      'The blackout “blackout 2” is on for a service that is changed.',
    ]);
  });

  it('lets an emergency pass a freeze and be outside of windows, but no blackout', () => {
    const urgent = { ...a, isEmergency: true };
    const periods = [period('freeze', 2, 9), period('blackout', 2, 9), period('window', 20, 24)];
    expect(collisionsOf(urgent, [], around([urgent], [], periods)).map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['freeze', false],
      ['blackout', true],
      ['outside_window', false],
    ]);
  });

  it('asks for a window where there is one: that of the item before that of the client, the nearest place first', () => {
    expect(said(a, [], [], [])).toEqual([]);
    const general = period('window', 20, 24);
    expect(said(a, [], [], [general])).toEqual(['It is not within the maintenance window of “db”: “window 20”.']);
    expect(said(a, [], [], [general, period('window', 0, 3, { level: 'client', clientIds: ['acme'] })])).toEqual([]);
    const own = period('window', 0, 4, { serviceIds: ['mail'] });
    const nearer = period('window', 30, 40, { level: 'client', clientIds: ['acme'] });
    expect(said(a, [], [], [general, own, nearer])).toEqual([]);
    // It must be within from begin to end, and two windows that touch are as one.
    expect(said(a, [], [], [period('window', 0, 2)])).toHaveLength(1);
    expect(said(a, [], [], [period('window', 0, 2), period('window', 2, 5)])).toEqual([]);
  });
});

describe('free slots', () => {
  const ask = (one: Planned, others: Planned[], periods: Period[], within: [number, number] = [0, 72]) =>
    freeSlots(one, others, around([one, ...others], [], periods), {
      ...{ within: { from: hour(within[0]), to: hour(within[1]) }, timeZone: 'UTC', most: 4 },
    }).map(({ from, to }) => [(from - BASE) / HOUR, (to - BASE) / HOUR]);
  const a = change('a', 2, 4, { items: [item('db')] });

  it('proposes what is next to what stands in the way, and the same time on other days', () => {
    expect(ask(a, [change('b', 3, 5, { items: [item('db')] })], [])).toEqual(
      [['0 2', '5 7', '26 28', '50 52'].map((one) => one.split(' ').map(Number))][0],
    );
  });

  it('stays within windows and out of freezes', () => {
    expect(ask(a, [], [period('window', 10, 13), period('window', 34, 37), period('freeze', 9, 12)])).toEqual([
      [34, 36],
    ]);
    expect(ask(a, [], [period('freeze', 0, 72)])).toEqual([]);
  });

  it('keeps to the time on the wall when the clocks change between', () => {
    const saturday = Date.parse('2026-03-28T23:00:00Z');
    const one = { ...a, from: saturday, to: saturday + HOUR };
    const blocked = {
      ...change('b', 0, 0, { items: [item('db')] }),
      from: saturday - 20 * HOUR,
      to: saturday + 20 * HOUR,
    };
    const [first, second] = freeSlots(one, [blocked], around([one, blocked]), {
      ...{ within: { from: saturday - HOUR, to: saturday + 48 * HOUR }, timeZone: 'Europe/Berlin', most: 2 },
    });
    expect(first?.from).toBe(saturday + 20 * HOUR);
    expect(second?.from).toBe(Date.parse('2026-03-29T22:00:00Z'));
  });
});

const ids = Array.from({ length: 8 }, (_, n) => `i${n}`);
const edgeList = fc.array(fc.record({ cause: fc.constantFrom(...ids), effect: fc.constantFrom(...ids) }), {
  maxLength: 14,
});
const changes = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 8 }),
      items: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
      team: fc.constantFrom(null, 't1', 't2', 't3', 't4'),
      people: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ from, length, items, team, people }, n) =>
      change(`c${n}`, from, from + length, {
        items: items.map((id) => item(id)),
        team: team === null ? null : { id: team, name: team },
        people: people.map((id) => ({ id, name: id })),
      }),
    ),
  );

it('what depends on what is what a walk finds, in graphs with circles', () => {
  fc.assert(
    fc.property(edgeList, fc.uniqueArray(fc.constantFrom(...ids)), (edges, asked) => {
      const { dependsOn } = dependence(edges, asked);
      for (const effect of asked)
        for (const cause of asked) {
          const expected = oracleDepends(edges, effect, cause);
          expect(dependsOn(effect, cause)).toBe(expected);
          for (const one of [effect, cause]) expect(dependenceOn(edges, [one]).dependsOn(effect, cause)).toBe(expected);
        }
    }),
    { numRuns: runs(300) },
  );
});

it('collisions of one, and among all, are what pairs asked one by one are', () => {
  fc.assert(
    fc.property(edgeList, changes, (edges, all) => {
      const surroundings = around(all, edges);
      const among = collisionsAmong(all, surroundings);
      for (const one of all) {
        const found = new Set(collisionsOf(one, all, surroundings).map((hit) => `${hit.change?.id} ${hit.kind}`));
        const expected = all
          .filter(({ id }) => id !== one.id)
          .flatMap((other) => [...oracleKinds(edges, one, other)].map((kind) => `${other.id} ${kind}`));
        expect(found).toEqual(new Set(expected));
        expect(new Set((among.get(one.id) ?? []).map((hit) => `${hit.change?.id} ${hit.kind}`))).toEqual(found);
      }
    }),
    { numRuns: runs(300) },
  );
});

it('a proposed slot collides with nothing that blocks, and one is proposed wherever a quarter of an hour begins one', () => {
  const periods = fc.array(
    fc.record({
      kind: fc.constantFrom('window' as const, 'freeze' as const),
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(edgeList, changes, periods, (edges, all, drawn) => {
      const stretches = drawn.map(({ kind, from, length }, n) => period(kind, from, from + length, { id: `${n}` }));
      const surroundings = around(all, edges, stretches);
      const one = all[0] as Planned;
      const within = { from: hour(0), to: hour(48) };
      const blocked = (from: number) =>
        collisionsOf({ ...one, from, to: from + one.to - one.from }, all, surroundings).some(({ blocks }) => blocks);
      const slots = freeSlots(one, all, surroundings, { within, timeZone: 'UTC', most: 5 });
      for (const { from } of slots) expect(blocked(from)).toBe(false);
      let possible = false;
      for (let from = within.from; from + one.to - one.from <= within.to; from += HOUR / 4) possible ||= !blocked(from);
      expect(slots.length > 0).toBe(possible);
    }),
    { numRuns: runs(200) },
  );
});
