import { expect, test } from 'vitest';
import {
  collisionsAmong,
  collisionsOf,
  dependenceOf,
  dependenceOn,
  freeSlots,
  type Planned,
  type Surroundings,
} from './change-schedule.ts';
import { type Edge, stepsAlong } from './estate/impact.ts';

const [ITEMS, CHANGES, CLIENTS] = [10_000, 5_000, 100];
const HOUR = 3_600_000;
const BASE = Date.parse('2026-01-05T00:00:00Z');
/** A check may take so many times as long as it takes to go through all relations once, on whatever machine. The milliseconds are told. */
const MOST_TIMES = 60;

/** A generator of numbers that is the same on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Trees of ten steps' depth in each client, with one in twenty relations closing a circle, so that most hangs together. */
function edgesOf(random: (below: number) => number): Edge[] {
  const edges: Edge[] = [];
  for (let n = CLIENTS; n < ITEMS; n += 1) {
    const client = n % CLIENTS;
    const cause = `i${client + CLIENTS * random(Math.floor(n / CLIENTS))}`;
    edges.push({ cause, effect: `i${n}` });
    if (random(20) === 0) edges.push({ cause: `i${n}`, effect: `i${client}` });
  }
  return edges;
}

function changesOf(random: (below: number) => number): Planned[] {
  return Array.from({ length: CHANGES }, (_, n) => {
    const client = random(CLIENTS);
    const from = BASE + random(365 * 24) * HOUR;
    const itemsOf = Array.from({ length: 1 + random(4) }, () => `i${client + CLIENTS * random(ITEMS / CLIENTS)}`);
    return {
      ...{ id: `c${n}`, key: `C-${n}`, title: 'Patch', clientId: `${client}`, isEmergency: false, serviceIds: [] },
      ...{ from, to: from + (1 + random(8)) * HOUR, people: [{ id: `p${random(60)}`, name: 'Ann' }] },
      items: [...new Set(itemsOf)].map((id) => ({ id, name: id, clientId: `${client}`, serviceId: null })),
      team: { id: `t${random(12)}`, name: 'Team' },
    };
  });
}

test('a check over 10,000 items and 5,000 changes, with slots, takes a few times as long as going through all relations', () => {
  const random = numbers(7);
  const edges = edgesOf(random);
  const changes = changesOf(random);
  const window = {
    ...{ id: 'w', name: 'Nights', kind: 'window' as const, level: 'provider' as const, clientIds: null },
    ...{ serviceIds: [], itemIds: [] },
    time: {
      ...{ kind: 'recurring' as const, minutes: 480, timeZone: 'Australia/Sydney' },
      rule: { frequency: 'daily' as const, interval: 1, time: '22:00', start: '2026-01-01' },
    },
  };
  const [times, walks]: [number[], number[]] = [[], []];
  for (let n = 0; n < 7; n += 1) {
    const one = changes[n * 500] as Planned;
    const begun = performance.now();
    stepsAlong(edges, 'causes');
    const began = performance.now();
    walks.push(began - begun);
    const depends = dependenceOn(
      edges,
      one.items.map(({ id }) => id),
    );
    const around: Surroundings = {
      periods: [window],
      served: new Map(),
      blocking: new Set(['item', 'dependency', 'person']),
      depends,
    };
    collisionsOf(one, changes, around);
    const within = { from: one.from, to: one.from + 28 * 24 * HOUR };
    const slots = freeSlots(one, changes, around, { within, timeZone: 'UTC', most: 3 });
    times.push(performance.now() - began);
    expect(slots.length).toBeGreaterThan(0);
  }
  const [check, walk] = [times, walks].map((all) => all.sort((a, b) => a - b)[3]) as [number, number];
  const began = performance.now();
  const depends = dependenceOf(edges, changes, [], new Map());
  const found = collisionsAmong(changes, { periods: [], served: new Map(), blocking: new Set(), depends });
  const all = performance.now() - began;
  console.info(
    `collisions: one of ${CHANGES} over ${ITEMS} items ${check.toFixed(1)} ms (a walk ${walk.toFixed(1)} ms), of all ${all.toFixed(1)} ms`,
  );
  expect(found.size).toBeGreaterThan(CHANGES / 5);
  expect(check / walk).toBeLessThan(MOST_TIMES);
});
