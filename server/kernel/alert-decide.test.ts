import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from './alert/arbitrary.ts';
import { decideAlerts, type Pending, type Standing, type Upstream } from './alert.ts';

const STORM = { alerts: 10, minutes: 5 };
const second = (n: number) => new Date(Date.parse(at(0)) + n * 1000).toISOString();
const pending = (id: string, more: Partial<Pending> = {}): Pending => ({
  ...{ id, itemId: `item ${id}`, severity: 2, heardAt: second(0), asks: true, due: true },
  ...more,
});
/** Servers that stand behind a switch, which stands behind the firewall. */
const behind = (ids: readonly string[]): Upstream =>
  new Map([
    ...ids.map(
      (id) =>
        [
          `item ${id}`,
          new Map([
            ['item switch', 1],
            ['item firewall', 2],
          ]),
        ] as const,
    ),
    ['item switch', new Map([['item firewall', 1]])],
  ]);

/** Decides about alerts as they come, a batch at a time, as the program does. Returns the cause of each; null where it is its own. */
function live(
  batches: readonly (readonly Pending[])[],
  upstream: Upstream,
  held: ReadonlySet<string> = new Set(),
  storm = STORM,
) {
  const standing = new Map<string, Standing>();
  for (const [nth, batch] of batches.entries()) {
    const now = second(nth + 1);
    for (const verdict of decideAlerts(batch, [...standing.values()], upstream, storm, now)) {
      const one = standing.get(verdict.id) ?? batch.find(({ id }) => id === verdict.id);
      if (!one) throw new Error('a verdict about nothing');
      const { id, itemId, severity, heardAt, asks } = one;
      standing.set(id, {
        ...{ id, itemId, severity, heardAt, asks, held: held.has(id) },
        causeId: verdict.does === 'join' ? verdict.cause : null,
        storm: verdict.does === 'ticket' && verdict.storm,
      });
    }
  }
  return new Map([...standing].map(([id, { causeId }]) => [id, causeId]));
}

test('what depends on something that fails joins it, whichever is heard first and however they come', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `s${n}`);
  const order = fc.shuffledSubarray([...ids, 'switch'], { minLength: 41 });
  fc.assert(
    fc.property(order, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }), (names, cuts) => {
      const left = names.map((id, n) => pending(id, { heardAt: second(n / 100) }));
      const batches = [...cuts.map((cut) => left.splice(0, cut)), left].filter((batch) => batch.length > 0);
      const causes = live(batches, behind(ids));
      expect(causes.size).toBe(41);
      expect([...causes].filter(([, cause]) => cause === null)).toEqual([['switch', null]]);
      expect(new Set([...causes].filter(([id]) => id !== 'switch').map(([, cause]) => cause))).toEqual(
        new Set(['switch']),
      );
    }),
    { numRuns: 300 },
  );
});

test('nothing ever joins itself or one that joined another, whatever depends on what', () => {
  const name = fc.integer({ min: 0, max: 14 }).map((n) => `s${n}`);
  const edges = fc.array(fc.tuple(name, name, fc.integer({ min: 1, max: 3 })), { maxLength: 40 });
  const order = fc.shuffledSubarray(
    Array.from({ length: 15 }, (_, n) => `s${n}`),
    { minLength: 15 },
  );
  fc.assert(
    fc.property(
      edges,
      order,
      fc.uniqueArray(name, { maxLength: 4 }),
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 10 }),
      (all, names, held, cut, most) => {
        const upstream = new Map<string, Map<string, number>>();
        for (const [from, to, distance] of all)
          upstream.set(`item ${from}`, (upstream.get(`item ${from}`) ?? new Map()).set(`item ${to}`, distance));
        const alerts = names.map((id, n) => pending(id, { heardAt: second(n) }));
        const batches = [alerts.slice(0, cut), alerts.slice(cut, cut + 3), alerts.slice(cut + 3)];
        const causes = live(batches, upstream, new Set(held), { alerts: most, minutes: 5 });
        expect(causes.size).toBe(15);
        for (const [id, cause] of causes) {
          expect(cause).not.toBe(id);
          if (cause !== null) expect(causes.get(cause)).toBeNull();
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test('the farthest cause explains all', () => {
  const causes = live([['a', 'switch', 'firewall'].map((id) => pending(id))], behind(['a']));
  expect([...causes]).toEqual([
    ['a', 'firewall'],
    ['switch', 'firewall'],
    ['firewall', null],
  ]);
});

test('a storm without a known cause becomes one, and up to its size none', () => {
  const alone = new Map();
  const ids = Array.from({ length: 10 }, (_, n) => `s${n}`);
  expect([...live([ids.map((id) => pending(id))], alone).values()]).toEqual(ids.map(() => null));
  const storm = live([[...ids, 's10'].map((id) => pending(id)), [pending('later')]], alone);
  expect([...storm.values()].filter((cause) => cause === null)).toHaveLength(1);
  expect(storm.get('later')).toBe(storm.get('s10'));
});

test('a ticket that is made already stands for the storm that begins around it', () => {
  const ids = Array.from({ length: 10 }, (_, n) => `s${n}`);
  const causes = live([[pending('first')], ids.map((id) => pending(id, { heardAt: second(2) }))], new Map());
  expect([...causes].filter(([, cause]) => cause === null)).toEqual([['first', null]]);
});

test('what was wrong before is not put to a cause that came later', () => {
  const long = live([[pending('a')], [pending('switch', { heardAt: second(301) })]], behind(['a']));
  expect([...long.values()]).toEqual([null, null]);
  const short = live([[pending('a')], [pending('switch', { heardAt: second(299) })]], behind(['a']));
  expect(short.get('a')).toBe('switch');
});

test('what somebody has in hand is left alone', () => {
  const causes = live([[pending('a')], [pending('switch')]], behind(['a']), new Set(['a']));
  expect(causes.get('a')).toBeNull();
  expect(causes.get('switch')).toBeNull();
});

test('what explains something that has settled is decided about with it', () => {
  const verdicts = decideAlerts(
    [pending('a'), pending('b', { due: false }), pending('switch', { due: false })],
    [],
    behind(['a', 'b']),
    STORM,
    second(3),
  );
  expect(verdicts.map(({ id, does }) => [id, does])).toEqual([
    ['a', 'join'],
    ['switch', 'ticket'],
  ]);
});

test('what came long ago makes no storm', () => {
  const old: Standing[] = Array.from({ length: 20 }, (_, n) => ({
    ...{
      id: `old${n}`,
      itemId: null,
      severity: 2,
      heardAt: at(0),
      asks: true,
      causeId: null,
      held: false,
      storm: false,
    },
  }));
  expect(decideAlerts([pending('new', { heardAt: at(9) })], old, new Map(), STORM, at(9))).toEqual([
    { id: 'new', does: 'ticket', storm: false },
  ]);
  const fresh = Array.from({ length: 11 }, (_, n) => pending(`new${n}`, { heardAt: at(9) }));
  const verdicts = decideAlerts(fresh, old, new Map(), STORM, at(9));
  expect(verdicts.every(({ id }) => id.startsWith('new'))).toBe(true);
});

/** Devices behind switches of their own: `a-1` is behind `a`. */
const plants = (...names: readonly string[]): Upstream =>
  new Map(
    names.flatMap((name) =>
      Array.from({ length: 20 }, (_, n) => [`item ${name}-${n}`, new Map([[`item ${name}`, 1]])] as const),
    ),
  );
const some = (name: string, from: number, to: number, more: Partial<Pending> = {}) =>
  Array.from({ length: to - from }, (_, n) => pending(`${name}-${from + n}`, more));

test('what explains others keeps its ticket in a storm, and only what nothing explains is gathered', () => {
  const causes = live(
    [
      [pending('a'), ...some('a', 0, 4), pending('b'), ...some('b', 0, 4)],
      [...some('x', 0, 11), ...some('a', 4, 6)],
      [...some('c', 0, 3), pending('c')],
      [pending('y'), ...some('b', 4, 6)],
    ],
    plants('a', 'b', 'c'),
  );
  const under = (cause: string | null) => [...causes].filter(([, its]) => its === cause).map(([id]) => id);
  const ofStorm = causes.get('y') ?? '';
  expect(under(null).toSorted()).toEqual(['a', 'b', 'c', ofStorm].toSorted());
  expect(under('a')).toEqual(some('a', 0, 6).map(({ id }) => id));
  expect(under('b')).toEqual(some('b', 0, 6).map(({ id }) => id));
  expect(under('c')).toEqual(some('c', 0, 3).map(({ id }) => id));
  expect(under(ofStorm)).toHaveLength(11);
});

test('what a storm has gathered comes out of it once it is known to explain others', () => {
  const batches = [some('x', 0, 11), [pending('c')], some('c', 0, 3)];
  expect(live(batches.slice(0, 2), plants('c')).get('c')).not.toBeNull();
  const causes = live(batches, plants('c'));
  expect(causes.get('c')).toBeNull();
  expect(some('c', 0, 3).map(({ id }) => causes.get(id))).toEqual(['c', 'c', 'c']);
});

test('where the one that stands for a storm goes to its cause, the others stay one storm', () => {
  const first = [pending('a-0'), ...some('x', 0, 10, { heardAt: second(1) })];
  const stands = [...live([first], plants('a'))].find(([, cause]) => cause === null)?.[0];
  expect(stands).toBe('a-0');
  const causes = live([first, [pending('a', { heardAt: second(2) })], [pending('y')]], plants('a'));
  expect([causes.get('a'), causes.get('a-0'), causes.get('x-0')]).toEqual([null, 'a', null]);
  expect([...some('x', 1, 10), pending('y')].every(({ id }) => causes.get(id) === 'x-0')).toBe(true);
});

test('what asks for nothing joins what explains it, before, with and after it, and makes no storm', () => {
  const quiet = (id: string, more: Partial<Pending> = {}) => pending(id, { asks: false, ...more });
  const causes = live(
    [
      [quiet('a-0'), pending('a')],
      [quiet('a-1'), quiet('x')],
    ],
    plants('a'),
  );
  expect([causes.get('a-0'), causes.get('a-1'), causes.get('x')]).toEqual(['a', 'a', undefined]);
  const inbox = (id: string, heardAt: string): Standing => ({
    ...{ id, itemId: `item ${id}`, severity: 4, heardAt, asks: false, causeId: null, held: false, storm: false },
  });
  const early = [inbox('a-2', second(0)), inbox('a-3', at(0)), inbox('x', second(0))];
  const late = pending('a', { heardAt: second(299) });
  expect(decideAlerts([late], early, plants('a'), STORM, second(300)).map(({ id, does }) => [id, does])).toEqual([
    ['a-2', 'join'],
    ['a-3', 'join'],
    ['a', 'ticket'],
  ]);
  const long = [inbox('a-2', second(-2))];
  expect(decideAlerts([late], long, plants('a'), STORM, second(300)).map(({ id }) => id)).toEqual(['a']);
  expect(decideAlerts(some('x', 0, 11, { asks: false }), [], new Map(), STORM, second(1))).toEqual([]);
});
