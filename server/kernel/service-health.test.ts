import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HealthFacts, healthOf, POOR_FROM, WATCH_FROM } from './service-health.ts';

const FINE: HealthFacts = {
  ...{ running: [], incidents: [], availability: null },
  ...{ majors: { open: 0, over: 0 }, changes: { failed: 0, causing: 0 }, alerts: { severe: 0, other: 0 } },
  alertsBehind: { severe: 0, other: 0 },
};

describe('the health of a service', () => {
  it('is good where nothing is known against it', () => {
    expect(healthOf(FINE)).toEqual({ level: 'good', points: 0, reasons: [] });
  });

  it('is poor while it is not there, and not for what was planned', () => {
    const gone = { share: 100, planned: false, title: 'No mail' };
    expect(healthOf({ ...FINE, running: [gone] })).toEqual({
      ...{ level: 'poor', points: 60 },
      reasons: [{ points: 60, text: 'It is not there: No mail.' }],
    });
    expect(healthOf({ ...FINE, running: [{ ...gone, planned: true }] }).level).toBe('good');
    expect(healthOf({ ...FINE, running: [{ ...gone, share: 40 }] })).toMatchObject({ level: 'watch', points: 25 });
  });

  it('weighs incidents by their priority, and many of a kind no more than so much', () => {
    const of = (priority: number, count: number) => healthOf({ ...FINE, incidents: [{ priority, count }] });
    expect([of(1, 1).level, of(1, 2).level, of(3, 2).level, of(5, 100).points]).toEqual(['watch', 'poor', 'good', 5]);
    expect(of(2, 1).reasons[0]?.text).toBe('1 open incident of priority 2.');
  });

  it('weighs what is wrong with what its items need less than what is wrong with them', () => {
    const one = { severe: 1, other: 0 };
    const [own, behind] = [healthOf({ ...FINE, alerts: one }), healthOf({ ...FINE, alertsBehind: one })];
    expect(behind.points).toBeLessThan(own.points);
    expect(behind.reasons).toEqual([{ points: 6, text: '1 open alert of severity 1 or 2 on what its items need.' }]);
  });

  it('says when what is promised was missed, or is about to be', () => {
    const of = (percent: number) => healthOf({ ...FINE, availability: { percent, target: 99.5 } });
    expect(of(99.9).points).toBe(0);
    expect(of(99.6)).toMatchObject({ points: 10, level: 'good' });
    expect(of(99.2).reasons).toEqual([
      { points: 25, text: 'It was there for 99.2 % of the last 30 days; promised are 99.5 %.' },
    ]);
  });

  it('never gets better by what is added, and its points are the sum of its reasons', () => {
    const count = fc.integer({ min: 0, max: 4 });
    const facts: fc.Arbitrary<HealthFacts> = fc.record({
      running: fc.array(
        fc.record({ share: fc.integer({ min: 1, max: 100 }), planned: fc.boolean(), title: fc.constant('x') }),
        { maxLength: 1 },
      ),
      incidents: fc.uniqueArray(
        fc.record({ priority: fc.integer({ min: 1, max: 5 }), count: fc.integer({ min: 1, max: 9 }) }),
        { selector: ({ priority }) => priority, maxLength: 5 },
      ),
      majors: fc.record({ open: count, over: count }),
      changes: fc.record({ failed: count, causing: count }),
      availability: fc.option(
        fc.record({ percent: fc.double({ min: 90, max: 100, noNaN: true }), target: fc.constant(99) }),
      ),
      alerts: fc.record({ severe: count, other: count }),
      alertsBehind: fc.record({ severe: count, other: count }),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const found = healthOf(known);
        expect(found.points).toBe(found.reasons.reduce((sum, { points }) => sum + points, 0));
        expect(found.level).toBe(found.points >= POOR_FROM ? 'poor' : found.points >= WATCH_FROM ? 'watch' : 'good');
        const more = healthOf({ ...known, majors: { ...known.majors, over: known.majors.over + 1 } });
        expect(more.points).toBeGreaterThanOrEqual(found.points);
      }),
    );
  });
});
