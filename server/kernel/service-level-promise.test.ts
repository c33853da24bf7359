import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import type { Cell, ClockRules, PlacedPolicy, PolicyTerms } from './service-level.ts';
import { applying, BUILT_IN, EMPTY_TERMS, inOrder, NO_RULES, PROMISES, promiseOf } from './service-level.ts';

const cell = fc.oneof(fc.constant(null), fc.constant('none' as const), fc.integer({ min: 1, max: 999 }));
const target = fc.record({
  byPriority: fc.array(cell, { maxLength: 5 }),
  calendar: fc.constantFrom(null, 'always', 'service_hours', 'nights'),
});
const text = fc.constantFrom(null, 'ticket.vip');
const rules = fc.record({ start: text, pause: text, stop: text, reset: text, cancel: text });
const terms: fc.Arbitrary<PolicyTerms> = fc.record({
  kinds: fc.constantFrom(['incident'], ['incident', 'request'], ['request']),
  serviceIds: fc.constantFrom([], ['mail'], ['vpn', 'mail']),
  condition: fc.constant(''),
  targets: fc.dictionary(fc.constantFrom(...PROMISES), target) as fc.Arbitrary<PolicyTerms['targets']>,
  olas: fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), target).map(([teamId, of]) => ({ teamId, ...of })),
    { selector: ({ teamId }) => teamId },
  ),
  thresholds: fc.option(fc.array(fc.record({ percent: fc.integer({ min: 1, max: 200 }), actions: fc.constant([]) }))),
  rules: fc.dictionary(fc.constantFrom(...PROMISES, 'ola' as const), rules) as fc.Arbitrary<PolicyTerms['rules']>,
});
const policies = fc
  .array(
    fc.record({
      level: fc.constantFrom('provider' as const, 'group' as const, 'client' as const),
      position: fc.nat({ max: 3 }),
      terms,
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, i) => ({ ...one, policyId: `policy ${i}`, number: 1, name: `Policy ${i}`, place: '' })));

/** Asks each policy in turn, as somebody would who leafs through them. */
function leaf(chain: readonly PlacedPolicy[], priority: number, name: string) {
  const ola = name.startsWith('ola:') ? name.slice(4) : null;
  let minutes: Cell = null;
  let calendar: string | null = null;
  let own: ClockRules | null = null;
  let from = '';
  for (const { terms: said, policyId } of chain) {
    const of = ola ? said.olas.find(({ teamId }) => teamId === ola) : said.targets[name as 'vendor'];
    const here = of?.byPriority[priority - 1] ?? null;
    if (minutes === null && here !== null) [minutes, from] = [here, policyId];
    calendar ??= of?.calendar ?? null;
    own ??= said.rules[ola ? 'ola' : (name as 'vendor')] ?? null;
  }
  if (minutes === null || minutes === 'none') return undefined;
  return { minutes, from, calendar: calendar ?? 'service_hours', rules: own ?? NO_RULES };
}

describe('what policies promise', () => {
  it('comes, cell by cell, from the nearest that says something', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5 }), (all, priority) => {
        const chain = applying(inOrder(all), { kind: 'incident', service_id: 'mail' }, () => ({}));
        const promised = promiseOf(chain, priority);
        for (const name of [...PROMISES, 'ola:a', 'ola:b', 'ola:c']) {
          const mine = promised[name];
          expect(mine && { ...leafOf(mine) }).toEqual(leaf(chain, priority, name));
          if (mine) expect(mine.thresholds).toEqual(chain.find((one) => one.terms.thresholds)?.terms.thresholds ?? []);
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  const leafOf = ({ minutes, from, calendar, rules: own }: ReturnType<typeof promiseOf>[string]) => ({
    minutes,
    from: from.policyId,
    calendar,
    rules: own,
  });

  it('is asked of the client first, then of its group and the provider, what is built in last, each once: there is no circle', () => {
    const rank = { client: 0, group: 1, provider: 2, built_in: 3 };
    fc.assert(
      fc.property(policies, (all) => {
        const chain = applying(inOrder(all), { kind: 'incident', service_id: 'mail' }, () => ({}));
        expect(chain.at(-1)).toBe(BUILT_IN);
        expect(new Set(chain.map(({ policyId }) => policyId)).size).toBe(chain.length);
        const ranks = chain.map(({ level }) => rank[level]);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        // Whoever hands them over, in whatever order, the answer is the same.
        expect(inOrder(all.toReversed())).toEqual(inOrder(all));
        const expected = all.filter(({ terms: { kinds } }) => kinds.includes('incident'));
        expect(chain.length).toBe(expected.length + 1);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('is what it would be without a policy that says nothing', () => {
    const silent = { policyId: 'silent', number: 1, name: 'Silent', level: 'client' as const, place: '', position: 0 };
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 5 }), (all, priority) => {
        const promised = (some: typeof all) =>
          promiseOf(
            applying(inOrder(some), { kind: 'incident', service_id: null }, () => ({})),
            priority,
          );
        expect(promised([...all, { ...silent, terms: EMPTY_TERMS }])).toEqual(promised(all));
      }),
      { numRuns: runs(300) },
    );
  });
});
