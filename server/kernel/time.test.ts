import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeTime, overlapping } from './time.ts';

const MIN = 60_000;
const at = fc.integer({ min: 0, max: 600 }).map((minute) => minute * MIN);
const span = fc
  .record({ from: at, long: fc.integer({ min: 1, max: 90 }) })
  .map(({ from, long }) => ({ from, until: from + long * MIN }));

test('a look, a reply and a short break are one session; a long break begins another', () => {
  const { sessions, minutes } = activeTime({ seen: [{ from: 0, until: 4 * MIN }], acts: [10 * MIN, 40 * MIN] });
  expect(sessions).toEqual([
    { from: 0, until: 10 * MIN },
    { from: 38 * MIN, until: 40 * MIN },
  ]);
  expect(minutes).toBe(12);
});

test('a glance counts nothing, a begun minute counts', () => {
  expect(activeTime({ seen: [{ from: 0, until: 30_000 }], acts: [] }).minutes).toBe(0);
  expect(activeTime({ seen: [{ from: 0, until: 61_000 }], acts: [] }).minutes).toBe(2);
  expect(activeTime({ seen: [], acts: [] })).toEqual({ sessions: [], minutes: 0 });
});

test('every minute that was seen or led up to an act is in a session, none twice, and no order changes it', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.array(at, { maxLength: 12 }), (seen, acts) => {
      const { sessions, minutes } = activeTime({ seen, acts });
      const covered = (minute: number, among: readonly { from: number; until: number }[]) =>
        among.some(({ from, until }) => from <= minute * MIN && (minute + 1) * MIN <= until);
      const led = acts.map((until) => ({ from: until - 2 * MIN, until }));
      let counted = 0;
      for (let minute = -2; minute < 700; minute += 1) {
        if (covered(minute, [...seen, ...led])) expect(covered(minute, sessions)).toBe(true);
        counted += covered(minute, sessions) ? 1 : 0;
      }
      expect(minutes).toBe(counted);
      expect(sessions.every(({ from }, nth) => nth === 0 || from - (sessions[nth - 1]?.until ?? 0) > 5 * MIN)).toBe(
        true,
      );
      expect(activeTime({ seen: seen.toReversed(), acts: acts.toReversed() })).toEqual({ sessions, minutes });
    }),
  );
});

test('overlaps are those that a comparison of each with each finds', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 25 }), (spans) => {
      const entries = spans.map((one, nth) => ({ id: String(nth), ...one }));
      const found = overlapping(entries);
      for (const one of entries)
        expect((found.get(one.id) ?? []).toSorted()).toEqual(
          entries
            .filter((other) => other !== one && other.from < one.until && one.from < other.until)
            .map(({ id }) => id)
            .toSorted(),
        );
    }),
  );
});
