import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '#tests/runs.ts';
import { assessRisk, type RiskInputs, withoutCounts } from './change.ts';

const option = (value: string, points: number) => ({ value, label: value, points });
const questions = [
  { key: 'known', text: 'Known?', options: [option('yes', 0), option('no', 5)] },
  { key: 'back', text: 'Back?', options: [option('yes', 0), option('partly', 5), option('no', 8)] },
];
const calm: RiskInputs = {
  ...{ questions, answers: { known: 'yes', back: 'yes' } },
  ...{ services: [], dependents: 0, past: [], wentBadly: null },
};

test('without every answer there is no risk to tell', () => {
  expect(assessRisk({ ...calm, answers: { known: 'yes' } })).toBeNull();
  expect(assessRisk({ ...calm, answers: { known: 'yes', back: 'perhaps' } })).toBeNull();
});

test('each part says what it adds, and why', () => {
  const risk = assessRisk({
    ...{ questions, answers: { known: 'no', back: 'partly' }, dependents: 37 },
    services: [
      { name: 'Mail', importance: 'low' },
      { name: 'Payroll', importance: 'high' },
    ],
    past: [{ of: 'by “Normal change”', runs: 10, good: 7 }],
    wentBadly: null,
  });
  expect(risk).toEqual({
    ...{ score: 29, level: 4 },
    why: [
      { points: 2, why: 'Anything that is changed can go wrong.' },
      { points: 5, why: 'Known? no.' },
      { points: 5, why: 'Back? partly.' },
      { points: 6, why: 'It reaches Payroll, a service of high importance and 1 more.' },
      { points: 5, why: '37 items depend on what it touches.' },
      { points: 6, why: 'Of the last 10 changes by “Normal change”, 7 were successful.' },
    ],
  });
});

test('a good past takes from the risk, and too short a one says nothing', () => {
  const risky = { ...calm, answers: { known: 'no', back: 'no' } };
  expect(assessRisk({ ...risky, past: [{ of: 'x', runs: 20, good: 20 }] })?.score).toBe(12);
  expect(assessRisk({ ...risky, past: [{ of: 'x', runs: 2, good: 0 }] })?.score).toBe(15);
  // Where a team fails, that the model does well does not help.
  const both = [
    { of: 'of the model', runs: 20, good: 20 },
    { of: 'of the team', runs: 4, good: 1 },
  ];
  expect(assessRisk({ ...risky, past: both })?.why.at(-1)).toMatchObject({ points: 8, why: /of the team/ });
});

test('an attempt that went badly of late adds in itself, and is never low, however well such changes go', () => {
  const past = [{ of: 'by “Patch”', runs: 20, good: 20 }];
  const after = assessRisk({
    ...{ ...calm, past },
    wentBadly: { called: 'ACME-7', outcome: 'backed_out', shared: { kind: 'problem' } },
  });
  expect([after?.level, after?.why.at(-1)]).toEqual([
    2,
    { points: 6, why: 'ACME-7, which was to mend the same problem, was backed out of late.' },
  ]);
  const risky = { ...calm, answers: { known: 'no', back: 'no' } };
  const item = {
    called: 'A change kept elsewhere',
    outcome: 'failed',
    shared: { kind: 'item', name: 'srv-1' },
  } as const;
  expect(assessRisk({ ...risky, wentBadly: item })?.why.at(-1)).toEqual({
    ...{ points: 4, why: 'A change kept elsewhere, which touched srv-1 as well, failed of late.' },
  });
});

test('whoever does not see all changes reads how they went without figures', () => {
  const risky = { ...calm, answers: { known: 'no', back: 'no' } };
  const why = assessRisk({ ...risky, past: [{ of: 'by “Patch”', runs: 4, good: 1 }] })?.why ?? [];
  expect(why.at(-1)?.why).toBe('Of the last 4 changes by “Patch”, 1 was successful.');
  const told = withoutCounts(why);
  expect(told.at(-1)).toEqual({ points: why.at(-1)?.points, why: 'How changes by “Patch” went of late.' });
  expect(told.slice(0, -1)).toEqual(why.slice(0, -1));
});

const inputs: fc.Arbitrary<RiskInputs> = fc.record({
  questions: fc.constant(questions),
  answers: fc.record({ known: fc.constantFrom('yes', 'no'), back: fc.constantFrom('yes', 'partly', 'no') }),
  services: fc.array(fc.record({ name: fc.string(), importance: fc.constantFrom('high', 'normal', 'low') })),
  dependents: fc.nat(500),
  past: fc.array(
    fc.nat(30).chain((all) => fc.record({ of: fc.string(), runs: fc.constant(all), good: fc.nat(all) })),
    { maxLength: 3 },
  ),
  wentBadly: fc.option(
    fc.record({
      called: fc.string(),
      outcome: fc.constantFrom('failed', 'backed_out'),
      shared: fc.oneof(
        fc.constant({ kind: 'problem' } as const),
        fc.record({ kind: fc.constant('item' as const), name: fc.option(fc.string()) }),
      ),
    }),
  ),
});

test('the points add up, and neither more dependents nor a worse answer makes it less', () => {
  fc.assert(
    fc.property(inputs, fc.nat(500), (given, more) => {
      const risk = assessRisk(given);
      expect(risk?.why.reduce((sum, { points }) => sum + points, 0)).toBe(risk?.score);
      const wider = assessRisk({ ...given, dependents: given.dependents + more });
      expect(wider?.score ?? 0).toBeGreaterThanOrEqual(risk?.score ?? 0);
      const worse = assessRisk({ ...given, answers: { ...given.answers, known: 'no' } });
      expect(worse?.level ?? 0).toBeGreaterThanOrEqual(risk?.level ?? 0);
      const calmer = assessRisk({ ...given, wentBadly: null });
      expect(risk?.score ?? 0).toBeGreaterThanOrEqual((calmer?.score ?? 0) + (given.wentBadly === null ? 0 : 4));
      expect(risk?.level ?? 0).toBeGreaterThanOrEqual(given.wentBadly === null ? 1 : 2);
    }),
    { numRuns: runs(300) },
  );
});
