import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Level, Priority, PriorityMatrix } from './priority.ts';
import { checkPriorityMatrix, DEFAULT_PRIORITY_RULES, decidePriority } from './priority.ts';

const level = fc.constantFrom<Level>(1, 2, 3);
const priority = fc.constantFrom<Priority>(1, 2, 3, 4, 5);
const row = fc.tuple(priority, priority, priority);
const matrix = fc.tuple(row, row, row) as fc.Arbitrary<PriorityMatrix>;
const rules = fc.record({ matrix, vipSteps: fc.constantFrom<0 | 1>(0, 1), vipReachesTop: fc.boolean() });

describe('priority', () => {
  it('reads the default grid as ITIL desks do', () => {
    const grid = ([1, 2, 3] as const).map((impact) =>
      ([1, 2, 3] as const).map((urgency) => decidePriority({ impact, urgency, vip: false }).priority),
    );
    expect(grid).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ]);
  });

  it('says why in one sentence', () => {
    expect(decidePriority({ impact: 1, urgency: 2, vip: false }).why.sentence).toBe(
      'High impact and medium urgency give P2 High.',
    );
    expect(decidePriority({ impact: 2, urgency: 2, vip: true }).why.sentence).toBe(
      'Medium impact and medium urgency give P3 Moderate, raised to P2 High because the requester is a VIP.',
    );
    expect(decidePriority({ impact: 1, urgency: 2, vip: true }).why.sentence).toContain('does not make P1 Critical');
  });

  it('raises a VIP by at most one step and reaches P1 only where that is allowed', () => {
    fc.assert(
      fc.property(level, level, rules, (impact, urgency, rule) => {
        const plain = decidePriority({ impact, urgency, vip: false }, rule).priority;
        const vip = decidePriority({ impact, urgency, vip: true }, rule);
        expect(plain - vip.priority).toBeGreaterThanOrEqual(0);
        expect(plain - vip.priority).toBeLessThanOrEqual(rule.vipSteps);
        if (vip.priority === 1) expect(plain === 1 || rule.vipReachesTop).toBe(true);
        expect(vip.why.rule === 'vip').toBe(vip.priority !== plain);
        expect(vip.why.matrixPriority).toBe(plain);
      }),
    );
  });

  it('lets a person override everything and keeps the reason', () => {
    fc.assert(
      fc.property(level, level, fc.boolean(), priority, (impact, urgency, vip, chosen) => {
        const override = { priority: chosen, by: 'Ada Park', reason: 'payroll day' };
        const decision = decidePriority({ impact, urgency, vip, override });
        expect(decision.priority).toBe(chosen);
        expect(decision.why.sentence).toMatch(/^Ada Park set P\d \w+ because: payroll day\./);
      }),
    );
  });

  it('names the cell that is wrong', () => {
    expect(checkPriorityMatrix(DEFAULT_PRIORITY_RULES.matrix)).toEqual([]);
    expect(checkPriorityMatrix(null)).toHaveLength(1);
    expect(
      checkPriorityMatrix([
        [1, 2, 3],
        [1, 6, 3],
        [1, 2],
      ]).map((error) => error.path),
    ).toEqual(['matrix.1.1', 'matrix.2']);
  });
});
