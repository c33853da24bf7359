import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Lifecycle, validateLifecycle } from '#kernel/lifecycle.ts';
import { DEFAULT_LIFECYCLES } from '#kernel/lifecycle-defaults.ts';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import { addStatus, compareShapes, keyFor, removeStatus, type Shape } from './edit.ts';

const task = DEFAULT_LIFECYCLES.task as Shape;

test.each([
  ['In work', [], 'in_work'],
  ['In work', ['in_work'], 'in_work_2'],
  ['Wäscht ab', [], 'wa_scht_ab'],
  ['2nd level', [], 'nd_level'],
  ['قيد العمل', [], 'status'],
])('%s among %s is kept as %s', (name, taken, key) => expect(keyFor(name, taken)).toBe(key));

test('a key for any name is one that the server takes', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(keyFor(name, [])).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
    }),
  );
});

test('taking a status away leaves no step that names it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TICKET_KINDS), fc.nat(), (kind, pick) => {
      const shape = DEFAULT_LIFECYCLES[kind] as Shape;
      const key = shape.statuses[pick % shape.statuses.length]?.key ?? '';
      const left = removeStatus(shape, key);
      expect(JSON.stringify(left.transitions.map(({ from, to }) => [from, to]))).not.toContain(`"${key}"`);
      expect(validateLifecycle(left as Lifecycle).filter(({ path }) => path.startsWith('transitions'))).toEqual([]);
    }),
  );
});

test('a draft that is as before changes nothing; one that differs says each thing once', () => {
  expect(compareShapes(task, structuredClone(task))).toEqual([]);
  const draft = addStatus(removeStatus(task, 'duplicate'), 'Testing');
  const [first, ...rest] = draft.statuses;
  const renamed = { ...draft, statuses: [{ ...(first as Shape['statuses'][number]), name: 'Fresh' }, ...rest] };
  expect(compareShapes(task, renamed)).toEqual([
    'Status New becomes Fresh',
    'New status Testing',
    'Status Duplicate goes',
    'New step Restore (Cancelled → Fresh)',
    'Step Restore (Cancelled, Duplicate → New) goes',
    'Step Mark as duplicate (any open status → Duplicate) goes',
  ]);
});
