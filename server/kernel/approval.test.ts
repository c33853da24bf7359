import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ApprovalStep,
  type ApprovalTerms,
  approvalVerdict,
  joinApprovals,
  neededSteps,
  openNow,
  type StepState,
  stepNeeds,
  stepVerdict,
  type Vote,
  validateApproval,
} from './approval.ts';

const step = (more: Partial<ApprovalStep> = {}): ApprovalStep => ({
  name: 'Manager',
  approvers: [{ kind: 'manager' }],
  quorum: 'any',
  veto: true,
  above: null,
  ...more,
});
const terms = (more: Partial<ApprovalTerms> = {}): ApprovalTerms => ({
  order: 'serial',
  steps: [step()],
  currency: 'AUD',
  expireAfterHours: 72,
  remindEveryHours: 24,
  ...more,
});

test('a second tier is asked above its threshold only, and whenever that cannot be said', () => {
  const two = terms({ steps: [step(), step({ name: 'Director', above: 200_000 })] });
  const asked = (cost: Parameters<typeof neededSteps>[1]) => neededSteps(two, cost).map(({ needed }) => needed);
  expect(asked({ minor: 200_000, currency: 'AUD' })).toEqual([true, false]);
  expect(asked({ minor: 200_001, currency: 'AUD' })).toEqual([true, true]);
  expect(asked({ minor: 1, currency: 'USD' })).toEqual([true, true]);
  expect(asked(null)).toEqual([true, true]);
  expect(neededSteps(two, { minor: 250_050, currency: 'AUD' })[1]?.why).toBe('AUD 2,500.50 is above AUD 2,000.00');
});

test('policies as one: a step that several ask for is asked once, by the cost of each, and the strictest holds', () => {
  const cost = (minor: number) => ({ minor, currency: 'AUD' });
  const director = step({ name: 'Director', approvers: [{ kind: 'role', role: 'director' }], above: 200_000 });
  const own = { of: null, terms: terms({ order: 'parallel', expireAfterHours: 96 }), cost: cost(300_000) };
  const laptop = {
    of: 'Laptop',
    terms: terms({ steps: [step({ veto: false }), director], remindEveryHours: null }),
    cost: cost(219_000),
  };
  const phone = { of: 'Phone', terms: terms({ order: 'parallel', steps: [director, step()] }), cost: cost(90_000) };
  expect(joinApprovals([])).toBeNull();
  expect(joinApprovals([own])?.terms).toBe(own.terms);
  const joined = joinApprovals([own, laptop, phone]);
  expect(joined?.needs.map(({ step: { name, veto }, needed, why, parts }) => [name, veto, needed, why, parts])).toEqual(
    [
      ['Manager', true, true, 'always asked', ['Laptop', 'Phone']],
      ['Director', true, true, 'for Laptop: AUD 2,190.00 is above AUD 2,000.00', ['Laptop']],
    ],
  );
  expect(joined?.terms).toMatchObject({ order: 'serial', expireAfterHours: 72, remindEveryHours: 24 });
  expect(joined?.terms.steps.map(({ name }) => name)).toEqual(['Manager', 'Director']);
  // Other people, or more of them, are another step; and a policy that asks the same twice goes on doing so.
  const other = { ...laptop, terms: terms({ steps: [step({ quorum: 'all' }), step(), step()] }) };
  expect(joinApprovals([own, other])?.terms.steps.map(({ quorum }) => quorum)).toEqual(['any', 'all', 'any']);
  expect(joinApprovals([own, { ...phone, terms: terms({ order: 'parallel' }) }])?.terms.order).toBe('parallel');
});

test('steps have their turn one after the other, or all at once', () => {
  expect(openNow('serial', ['waiting', 'waiting'])).toEqual([0]);
  expect(openNow('serial', ['open', 'waiting'])).toEqual([]);
  expect(openNow('serial', ['approved', 'waiting'])).toEqual([1]);
  expect(openNow('parallel', ['waiting', 'waiting'])).toEqual([0, 1]);
  expect(openNow('parallel', ['rejected', 'waiting'])).toEqual([]);
  expect(approvalVerdict(['approved', 'dropped'])).toBe('approved');
  expect(approvalVerdict(['approved', 'open'])).toBe('pending');
  expect(approvalVerdict(['open', 'rejected'])).toBe('rejected');
});

test('a policy that cannot be meant is refused by name', () => {
  expect(validateApproval(terms(), false)).toEqual([]);
  const paths = (more: Partial<ApprovalTerms>, named = false) =>
    validateApproval(terms(more), named).map(({ path }) => path);
  const ada = { kind: 'contact', id: '0190a000-0000-7000-8000-000000000001' } as const;
  expect(paths({ steps: [] })).toEqual(['steps']);
  expect(paths({ steps: [step({ approvers: [ada] })] })).toEqual(['steps.0.approvers']);
  expect(paths({ steps: [step({ approvers: [ada] })] }, true)).toEqual([]);
  expect(paths({ steps: [step({ approvers: [ada, { ...ada }] })] }, true)).toEqual(['steps.0.approvers']);
  expect(paths({ steps: [step({ quorum: 0 })] })).toEqual(['steps.0.quorum']);
  expect(paths({ steps: [step({ above: -1 })] })).toEqual(['steps.0.above']);
  expect(paths({ remindEveryHours: 100 })).toEqual(['remindEveryHours']);
});

const rules = fc.record({
  quorum: fc.oneof(fc.constantFrom('any' as const, 'all' as const), fc.integer({ min: 1, max: 6 })),
  veto: fc.boolean(),
});
const votes = fc.array(fc.constantFrom<Vote>('approve', 'reject'), { maxLength: 5 });

/** Every way in which those who are left may still vote, asked one by one. */
function endings(left: number): Vote[][] {
  if (left === 0) return [[]];
  return endings(left - 1).flatMap((rest) => [rest, ['approve', ...rest] as Vote[], ['reject', ...rest] as Vote[]]);
}

test('a step is rejected exactly when no way of voting could approve it any more', () => {
  fc.assert(
    fc.property(rules, votes, fc.integer({ min: 0, max: 3 }), ({ quorum }, cast, left) => {
      const asked = cast.length + left;
      const plain = { quorum, veto: false };
      const count = (all: readonly Vote[]) => all.filter((vote) => vote === 'approve').length;
      const can = endings(left).some((more) => count([...cast, ...more]) >= stepNeeds(plain, asked));
      const isNow = count(cast) >= stepNeeds(plain, asked);
      const rejections = cast.length - count(cast);
      const expected = isNow && (rejections === 0 || can) ? 'approved' : can || rejections === 0 ? 'open' : 'rejected';
      expect(stepVerdict(plain, asked, cast)).toBe(expected);
      if (rejections > 0) expect(stepVerdict({ quorum, veto: true }, asked, cast)).toBe('rejected');
    }),
  );
});

test('whatever the order of votes, taking them one by one until it is decided ends the same or was decided before', () => {
  fc.assert(
    fc.property(rules, votes, (rule, cast) => {
      const asked = cast.length;
      const upTo = cast.map((_, at) => stepVerdict(rule, asked, cast.slice(0, at + 1)));
      const first = upTo.find((verdict) => verdict !== 'open') ?? 'open';
      // Nobody votes after a decision, so it stands.
      const at = upTo.indexOf(first);
      if (first !== 'open') expect(stepVerdict(rule, asked, cast.slice(0, at + 1))).toBe(first);
      // Where more are needed than are there it stays open, and says that it is stuck.
      if (asked > 0 && stepNeeds(rule, asked) <= asked) expect(upTo.at(-1)).not.toBe('open');
      if (stepNeeds(rule, asked) > asked) expect(upTo).not.toContain('approved');
    }),
  );
});

test('serial steps never open two at once, and everything ends once no step is left', () => {
  const states = fc.array(fc.constantFrom<StepState>('waiting', 'approved', 'rejected', 'dropped'), { minLength: 1 });
  fc.assert(
    fc.property(states, (all) => {
      const next = openNow('serial', all);
      expect(next.length).toBeLessThanOrEqual(1);
      const isStuck = approvalVerdict(all) === 'pending' && next.length === 0;
      expect(isStuck).toBe(false);
    }),
  );
});
