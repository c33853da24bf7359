import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, readings } from './alert/arbitrary.ts';
import { slowAlert } from './alert/oracle.ts';
import { alertKey, foldAlert, type Heard, occurrencesOf } from './alert.ts';

const stateOf = (heard: readonly Heard[]) => foldAlert(occurrencesOf(heard));
const heard = (more: Partial<Heard>): Heard => ({
  externalId: 'x',
  occurrence: '1',
  state: 'raised',
  severity: 2,
  kind: 'exception',
  condition: 'disk C:',
  title: 'Disk C: is full',
  text: '',
  url: null,
  acknowledgedBy: null,
  startedAt: at(0),
  endedAt: null,
  saidAt: null,
  ...more,
});

test('an alert is what the slow oracle says, whatever was heard', () => {
  fc.assert(
    fc.property(readings, (all) => {
      const state = stateOf(all);
      const { said: _, ...rest } = state ?? { said: null };
      expect(state === null ? null : rest).toEqual(slowAlert(all));
    }),
    { numRuns: 2_000 },
  );
});

test('order and repetition change nothing', () => {
  const shuffled = readings.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc
        .array(fc.nat(), { minLength: all.length, maxLength: all.length })
        .map((keys) => all.map((one, i) => [keys[i] ?? 0, one] as const).sort(([a], [b]) => a - b)),
      fc.array(fc.nat({ max: Math.max(0, all.length - 1) }), { maxLength: 6 }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([all, otherwise, twice]) => {
      const again = [...otherwise.map(([, one]) => one), ...twice.flatMap((nth) => all[nth] ?? [])];
      expect(stateOf(again)).toEqual(stateOf(all));
    }),
    { numRuns: 2_000 },
  );
});

test('a resolve before its raise is kept, and pairs with it', () => {
  const end = heard({ state: 'resolved', endedAt: at(5) });
  expect(stateOf([end])).toBeNull();
  expect(stateOf([end, heard({})])).toMatchObject({ open: false, count: 1, clearedAt: at(5) });
});

test('a late resolve of an earlier time ends nothing that was raised since', () => {
  const second = heard({ occurrence: '2', startedAt: at(10) });
  expect(stateOf([heard({}), second, heard({ state: 'resolved', endedAt: at(12) })])).toMatchObject({
    open: true,
    count: 2,
  });
  // And the earlier one is over when the next begins, though nobody said so.
  expect(stateOf([heard({}), second, { ...second, state: 'resolved', endedAt: at(11) }])).toMatchObject({
    open: false,
    clearedAt: at(11),
  });
});

test('a source that names no times ends what began before', () => {
  const up = heard({ occurrence: '', state: 'resolved', startedAt: at(5), endedAt: at(5) });
  const down = (minute: number) => heard({ occurrence: '', startedAt: at(minute) });
  expect(stateOf([up, down(0)])).toMatchObject({ open: false, clearedAt: at(5) });
  expect(stateOf([up, down(0), down(8)])).toMatchObject({ open: true, count: 2 });
});

test('what was said last holds; of what bears no time, the more severe', () => {
  expect(stateOf([heard({}), heard({ state: 'updated', severity: 4, saidAt: at(3) })])?.said.severity).toBe(4);
  expect(stateOf([heard({ severity: 1 }), heard({ severity: 3 })])?.said.severity).toBe(1);
});

test('a name is known within its site only, an id everywhere', () => {
  expect(alertKey({ hostname: 'SRV' }, 'Acme', 'down')).toBe(alertKey({ hostname: 'srv' }, 'Acme', 'down'));
  expect(alertKey({ hostname: 'srv' }, 'Acme', 'down')).not.toBe(alertKey({ hostname: 'srv' }, 'Birch', 'down'));
  expect(alertKey({ externalId: '7' }, 'Acme', 'down')).toBe(
    alertKey({ externalId: '7', hostname: 'x' }, null, 'down'),
  );
  expect(alertKey(null, 'Acme', 'down')).not.toBe(alertKey(null, 'Acme', 'up'));
});
