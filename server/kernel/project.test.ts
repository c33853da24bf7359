import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALWAYS_OPEN, type Calendar, weekdays } from './calendar.ts';
import { dayAfter } from './day.ts';
import { circleIn, type PlannedTask, priceParts, pushedBy, workingDayAfter, workingDaysIn } from './project.ts';

const OFFICE: Calendar = {
  ...{ name: 'Office', timeZone: 'Australia/Sydney', alwaysOpen: false, hours: weekdays('09:00', '17:00') },
  closedDays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};
// 2 November 2026 is a Monday.
const day = (offset: number) => dayAfter('2026-11-02', offset);

test('working days leave out weekends and closed days', () => {
  expect(workingDayAfter(OFFICE, '2026-12-24', 1)).toBe('2026-12-28');
  expect(workingDayAfter(OFFICE, '2026-11-07', 0)).toBe('2026-11-09');
  expect(workingDaysIn(OFFICE, '2026-12-21', '2026-12-28')).toBe(5);
  expect(workingDayAfter(ALWAYS_OPEN, '2026-12-24', 1)).toBe('2026-12-25');
  expect(workingDayAfter({ ...OFFICE, hours: [] }, '2026-11-07', 0)).toBe('2026-11-07');
});

type Edge = readonly [from: number, to: number];
const graph = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 }) as fc.Arbitrary<Edge[]>,
  }),
);
const tasksOf = ({ size, edges }: { size: number; edges: readonly Edge[] }) =>
  Array.from({ length: size }, (_, at) => ({
    id: String(at),
    after: [...new Set(edges.filter(([from]) => from === at).map(([, to]) => String(to)))],
  }));

/** Everything that can be reached, by joining until nothing is new. */
function reaches(tasks: readonly { id: string; after: readonly string[] }[]): Map<string, Set<string>> {
  const all = new Map(tasks.map(({ id, after }) => [id, new Set(after)]));
  for (const _ of tasks)
    for (const set of all.values()) for (const id of [...set]) for (const far of all.get(id) ?? []) set.add(far);
  return all;
}

test('a circle is found where something comes after itself, and what is named is one', () => {
  fc.assert(
    fc.property(graph, (given) => {
      const tasks = tasksOf(given);
      const circle = circleIn(tasks);
      expect(circle !== null).toBe([...reaches(tasks)].some(([id, set]) => set.has(id)));
      if (!circle) return;
      expect(circle.length).toBeGreaterThan(1);
      expect(circle[0]).toBe(circle.at(-1));
      // Each comes before the next.
      for (const [at, id] of circle.slice(1).entries())
        expect(tasks.find((one) => one.id === id)?.after).toContain(circle[at]);
    }),
  );
});

const plan = fc
  .array(fc.record({ from: fc.nat(20), days: fc.nat(6), open: fc.boolean(), after: fc.array(fc.nat(9)) }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((rows) =>
    rows.map(
      ({ from, days, open, after }, at): PlannedTask => ({
        ...{ id: String(at), starts: day(from), ends: day(from + days), isOpen: open },
        after: [...new Set(after.filter((one) => one < at).map(String))],
      }),
    ),
  );

test('what is pushed begins once the one before is over, keeps its working days, and nothing else moves', () => {
  fc.assert(
    fc.property(plan, fc.nat(30), fc.nat(5), (tasks, from, length) => {
      const moved = { id: '0', starts: day(from), ends: day(from + length) };
      const pushes = pushedBy(tasks, moved, OFFICE);
      const now = new Map(tasks.map((task) => [task.id, { ...task }]));
      for (const { id, starts, ends } of [moved, ...pushes])
        now.set(id, { ...(now.get(id) as PlannedTask), starts, ends });
      const changed = new Set(['0', ...pushes.map(({ id }) => id)]);
      for (const task of tasks.slice(1)) {
        const after = now.get(task.id) as PlannedTask;
        const before = task.after.filter((id) => changed.has(id)).map((id) => now.get(id)?.ends ?? '');
        const last = before.toSorted().at(-1);
        if (task.isOpen && last) expect(String(after.starts) > last).toBe(true);
        if (!changed.has(task.id)) continue;
        expect(task.isOpen && String(task.starts) <= String(last)).toBe(true);
        expect(after.starts).toBe(workingDayAfter(OFFICE, dayAfter(String(last), 1), 0));
        expect(workingDaysIn(OFFICE, String(after.starts), String(after.ends))).toBe(
          Math.max(1, workingDaysIn(OFFICE, String(task.starts), String(task.ends))),
        );
      }
    }),
  );
});

test('parts of a price add up to it', () => {
  expect(priceParts(100_01, ['33.3333', '33.3333', '33.3334'])).toEqual([33_34, 33_33, 33_34]);
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (price, cuts) => {
      const points = [...new Set([...cuts, 100])].sort((a, b) => a - b);
      const percents = points.map((point, at) => String(point - (points[at - 1] ?? 0)));
      expect(priceParts(price, percents).reduce((sum, part) => sum + part, 0)).toBe(price);
    }),
  );
});
