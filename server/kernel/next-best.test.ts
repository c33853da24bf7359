import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NextCandidate, rankNext } from './next-best.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const plain: NextCandidate = {
  id: 'plain',
  priority: 3,
  createdAt: at(-30),
  dueAt: null,
  dueFor: null,
  mine: false,
  teamName: 'Network',
  skills: [],
  returned: null,
  reopened: false,
};
const one = (id: string, facts: Partial<NextCandidate> = {}): NextCandidate => ({ ...plain, id, ...facts });
const order = (...candidates: NextCandidate[]) =>
  rankNext(candidates, { skills: ['network'] }, NOW).map((ranked) => ranked.candidate.id);

describe('the next best ticket', () => {
  it('is what came back, then what is due soonest, then the highest priority, the oldest, the own, the fitting', () => {
    expect(
      order(
        one('fits not', { skills: ['sap'] }),
        one('plain'),
        one('own', { mine: true }),
        one('old', { createdAt: at(-5_000) }),
        one('high', { priority: 2 }),
        one('later today', { dueAt: at(600) }),
        one('soon', { dueAt: at(10) }),
        one('overdue', { dueAt: at(-5) }),
        one('returned', { priority: 5, returned: { by: 'Ada', at: at(-2) } }),
      ),
    ).toEqual(['returned', 'overdue', 'soon', 'later today', 'high', 'old', 'own', 'plain', 'fits not']);
  });

  it('lets a priority outweigh minutes, but not hours', () => {
    expect(order(one('P3', { dueAt: at(20) }), one('P1', { dueAt: at(50), priority: 1 }))).toEqual(['P1', 'P3']);
    expect(order(one('P1', { dueAt: at(300), priority: 1 }), one('P3', { dueAt: at(20) }))).toEqual(['P3', 'P1']);
  });

  it('says why, the weightiest first', () => {
    const [ranked] = rankNext(
      [
        one('x', {
          priority: 2,
          createdAt: at(-3_000),
          dueAt: at(12),
          dueFor: 'first_response',
          skills: ['network', 'sap'],
          returned: { by: 'Ada Adams', at: at(-61) },
        }),
      ],
      { skills: ['network'] },
      NOW,
    );
    expect(ranked?.reasons).toEqual([
      'Ada Adams replied 1 hour ago and waits.',
      'Its first response is due in 12 minutes.',
      'It is P2.',
      'It has waited for 2 days.',
      'Nobody in Network has it.',
      'It needs sap, which you may have to ask for.',
    ]);
  });

  it('orders the same whatever order it is given, and loses nothing', () => {
    const candidate = fc.record({
      id: fc.uuid(),
      priority: fc.integer({ min: 1, max: 5 }),
      createdAt: fc.integer({ min: -20_000, max: 0 }).map(at),
      dueAt: fc.option(fc.integer({ min: -2_000, max: 5_000 }).map(at)),
      dueFor: fc.constant('resolution'),
      mine: fc.boolean(),
      teamName: fc.option(fc.constant('Network')),
      skills: fc.subarray(['network', 'sap']),
      returned: fc.option(fc.record({ by: fc.constant('Ada'), at: fc.integer({ min: -500, max: 0 }).map(at) })),
      reopened: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 20 }), (candidates) => {
        const ids = order(...candidates);
        expect(order(...candidates.toReversed())).toEqual(ids);
        expect([...ids].sort()).toEqual(candidates.map(({ id }) => id).sort());
      }),
    );
  });
});
