import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORM_FIELD_TYPES, FORM_TESTS } from '#shared/form-words.ts';
import { answerLines, evaluateForm, type Field, type Form, holds, validateForm } from './form.ts';

const field = (key: string, more: Partial<Field> = {}): Field => ({
  key,
  type: 'text',
  label: key,
  help: '',
  required: false,
  options: [],
  min: null,
  max: null,
  initial: null,
  shownWhen: null,
  requiredWhen: null,
  ...more,
});
const when = (of: string, is: (typeof FORM_TESTS)[number], value?: string | number | boolean | string[]) => ({
  match: 'all' as const,
  tests: [{ field: of, is, value }],
});
const LAPTOP: Form = {
  fields: [
    field('role', { type: 'choice', options: ['Office', 'Developer'], required: true }),
    field('memory', { type: 'number', min: 16, max: 64, initial: 32, shownWhen: when('role', 'equals', 'Developer') }),
    field('why', { type: 'long_text', requiredWhen: when('memory', 'above', 32) }),
    field('extras', { type: 'choices', options: ['Mouse', 'Screen'] }),
    field('size', {
      type: 'choice',
      options: ['24', '27'],
      shownWhen: when('extras', 'equals', 'Screen'),
      required: true,
    }),
  ],
};
const shown = (answers: object) =>
  evaluateForm(LAPTOP, answers as never)
    .fields.filter((one) => one.shown)
    .map((one) => one.field.key);

test('a form changes with its answers, and what is hidden neither counts nor is asked for', () => {
  expect(validateForm(LAPTOP)).toEqual([]);
  expect(shown({})).toEqual(['role', 'why', 'extras']);
  expect(shown({ role: 'Developer', extras: ['Mouse', 'Screen'] })).toEqual([
    'role',
    'memory',
    'why',
    'extras',
    'size',
  ]);
  expect(evaluateForm(LAPTOP, {}).faults).toEqual([{ path: 'role', message: 'needs an answer' }]);
  // The number was typed for a developer; for the office it is gone, and so is the question that it raised.
  expect(evaluateForm(LAPTOP, { role: 'Office', memory: 64 })).toMatchObject({
    answers: { role: 'Office' },
    faults: [],
  });
  expect(evaluateForm(LAPTOP, { role: 'Developer', memory: 64 }).faults).toEqual([
    { path: 'why', message: 'needs an answer' },
  ]);
  expect(evaluateForm(LAPTOP, { role: 'Developer' }).answers).toEqual({ role: 'Developer', memory: 32 });
  expect(evaluateForm(LAPTOP, { role: 'Developer', memory: null }).answers).toEqual({ role: 'Developer' });
  expect(evaluateForm(LAPTOP, { role: 'Developer', memory: 128, colour: 'red' } as never).faults).toEqual([
    { path: 'memory', message: 'must be at most 64' },
    { path: 'colour', message: 'is not asked by this form' },
  ]);
});

test('values have to be what their field asks for', () => {
  const faults = (type: Field['type'], value: unknown, more: Partial<Field> = {}) =>
    evaluateForm({ fields: [field('x', { type, ...more })] }, { x: value } as never).faults.length;
  const id = '0190a000-0000-7000-8000-000000000001';
  const good: [Field['type'], unknown, Partial<Field>?][] = [
    ['text', ' a '],
    ['long_text', 'a\nb'],
    ['number', -1.5],
    ['date', '2028-02-29'],
    ['choice', 'a', { options: ['a'] }],
    ['choices', ['a'], { options: ['a'] }],
    ['person', id],
    ['file', [id]],
    ['yes_no', false],
  ];
  const bad: [Field['type'], unknown, Partial<Field>?][] = [
    ['text', 'a\nb'],
    ['text', 'a\u0000'],
    ['text', 1],
    ['text', 'x'.repeat(201)],
    ['text', 'ab', { min: 3 }],
    ['number', '1'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['date', '2027-02-29'],
    ['date', '1.2.2027'],
    ['choice', 'b', { options: ['a'] }],
    ['choices', ['a', 'a'], { options: ['a'] }],
    ['choices', 'a', { options: ['a'] }],
    ['person', 'Ada'],
    ['file', id],
    ['yes_no', 'yes'],
  ];
  for (const [type, value, more] of good) expect([type, value, faults(type, value, more)]).toEqual([type, value, 0]);
  for (const [type, value, more] of bad) expect([type, value, faults(type, value, more)]).toEqual([type, value, 1]);
  expect(evaluateForm({ fields: [field('x', { required: true })] }, { x: '   ' }).faults).toHaveLength(1);
});

test('a day lies between its limits, which count from the day of the answer or are days themselves', () => {
  const fault = (more: Partial<Field>, value: string, today: string | null = '2026-11-29') =>
    evaluateForm({ fields: [field('x', { type: 'date', ...more })] }, { x: value }, today).faults[0]?.message;
  const ahead = { earliest: 2, latest: 90 };
  const said = 'must be from 1 December 2026 to 27 February 2027';
  expect(fault(ahead, '2026-11-30')).toBe(said);
  expect(fault(ahead, '2026-12-01')).toBeUndefined();
  expect(fault(ahead, '2027-02-27')).toBeUndefined();
  expect(fault(ahead, '2027-02-28')).toBe(said);
  expect(fault({ earliest: '2027-01-01' }, '2026-12-31')).toBe('must be 1 January 2027 or later');
  expect(fault({ latest: 0 }, '2026-11-30')).toBe('must be 29 November 2026 or earlier');
  expect(fault({ latest: -1 }, '2026-11-28')).toBeUndefined();
  // What was taken once is read later, when it could not be answered any more.
  expect(fault(ahead, '2020-01-01', null)).toBeUndefined();
  expect(fault(ahead, 'soon')).toBe('must be a day such as 2027-01-31');
});

test('what cannot be meant by a form is named', () => {
  const faults = (...fields: Field[]) => validateForm({ fields }).map(({ path }) => path);
  expect(faults(field('a'), field('a'))).toEqual(['fields.1.key']);
  expect(faults(field('__proto__'))).toEqual(['fields.0.key']);
  expect(faults(field('a', { type: 'choice' }))).toEqual(['fields.0.options']);
  expect(faults(field('a', { options: ['x'] }))).toEqual(['fields.0.options']);
  expect(faults(field('a', { min: 3, max: 2 }))).toEqual(['fields.0.max']);
  expect(faults(field('a', { earliest: 2 }))).toEqual(['fields.0.earliest']);
  expect(faults(field('a', { type: 'date', earliest: 9, latest: 2 }))).toEqual(['fields.0.latest']);
  expect(faults(field('a', { type: 'date', latest: '2027-02-30' }))).toEqual(['fields.0.latest']);
  expect(faults(field('a', { type: 'date', earliest: 0, latest: '2027-02-28' }))).toEqual([]);
  expect(faults(field('a', { type: 'number', initial: 'x' }))).toEqual(['fields.0.initial']);
  expect(faults(field('a', { shownWhen: when('a', 'filled') }))).toEqual(['fields.0.shownWhen.tests.0.field']);
  expect(
    faults(field('a', { type: 'choice', options: ['x'] }), field('b', { shownWhen: when('a', 'equals', 'y') })),
  ).toEqual(['fields.1.shownWhen.tests.0.value']);
  expect(faults(field('a'), field('b', { requiredWhen: when('a', 'above', 'x') }))).toEqual([
    'fields.1.requiredWhen.tests.0.is',
  ]);
});

test('answers are told in words, without the ids of what the reader may not know', () => {
  const form = {
    fields: [
      field('who', { type: 'person' }),
      field('ok', { type: 'yes_no' }),
      field('many', { type: 'choices', options: ['a', 'b'] }),
    ],
  };
  const who = '0190a000-0000-7000-8000-000000000001';
  expect(answerLines(form, { who, ok: true, many: ['b', 'a'] }, () => 'Ada')).toEqual([
    { label: 'who', value: 'Ada' },
    { label: 'ok', value: 'Yes' },
    { label: 'many', value: 'b, a' },
  ]);
  expect(JSON.stringify(answerLines(form, { who }, () => undefined))).not.toContain(who);
});

const KEYS = ['a', 'b', 'c', 'd', 'constructor'];
const value = fc.oneof(
  fc.constantFrom('x', 'y', '', '2027-01-31', '0190a000-0000-7000-8000-000000000001'),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
);
const condition = fc.option(
  fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    tests: fc.array(
      fc.record({
        field: fc.constantFrom(...KEYS),
        is: fc.constantFrom(...FORM_TESTS),
        value: value.map((one) => one ?? 'x'),
      }),
      { maxLength: 3 },
    ),
  }),
);
const anyForm = fc
  .uniqueArray(fc.constantFrom(...KEYS))
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc
          .record({
            type: fc.constantFrom(...FORM_FIELD_TYPES),
            required: fc.boolean(),
            initial: value,
            shownWhen: condition,
            requiredWhen: condition,
          })
          .map((more) => field(key, { ...more, options: more.type.startsWith('choice') ? ['x', 'y'] : [] })),
      ),
    ),
  )
  .map((fields) => ({ fields: fields as Field[] }));
const anyAnswers = fc.dictionary(fc.constantFrom(...KEYS, '__proto__', 'other'), value);

test('what counts is settled: evaluating the counted answers again changes nothing', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const first = evaluateForm(form, answers);
      const empty = Object.fromEntries(form.fields.map(({ key }) => [key, null]));
      const again = evaluateForm(form, { ...empty, ...first.answers });
      expect(again.answers).toEqual(first.answers);
      expect(again.fields.map(({ shown, required }) => [shown, required])).toEqual(
        first.fields.map(({ shown, required }) => [shown, required]),
      );
    }),
  );
});

test('it agrees with a slow reader who goes field by field and asks only what counts so far', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (form, answers) => {
      const { fields, answers: counted, faults } = evaluateForm(form, answers);
      for (const [at, { field: one, shown: isShown, required }] of fields.entries()) {
        const before = new Set(fields.slice(0, at).map((other) => other.field.key));
        const answerOf = (key: string) =>
          before.has(key) && Object.hasOwn(counted, key) ? (counted[key] ?? null) : null;
        expect(isShown).toBe(holds(one.shownWhen, answerOf));
        const has = Object.hasOwn(counted, one.key);
        if (!isShown) expect([has, required]).toEqual([false, false]);
        else if (!has && required) expect(faults.some(({ path }) => path === one.key)).toBe(true);
      }
      expect(Object.keys(counted).every((key) => form.fields.some((one) => one.key === key))).toBe(true);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    }),
  );
});
