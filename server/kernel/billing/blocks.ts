import type { Day } from './months.ts';

/** Hours or money that a client has paid for ahead. `left` in seconds or in minor units; usable on days from `from` until, not including, `until`. */
export type Grant = {
  readonly id: string;
  readonly lineId: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly left: number;
};
/** What is taken from a grant. */
export type Draw = { readonly grantId: string; readonly amount: number };

const ends = ({ until }: Grant): string => until ?? '9999';

/**
 * Takes so much from the grants of a line that are usable that day, what expires first before the rest. Answers what was taken, what could
 * not be, and the grants as they are afterwards; none falls below zero.
 */
export function draw(grants: readonly Grant[], wanted: { lineId: string; day: Day; amount: number }) {
  const order = grants
    .filter(({ lineId, from, until, left }) => {
      const usable = from <= wanted.day && (until === null || wanted.day < until);
      return lineId === wanted.lineId && usable && left > 0;
    })
    .toSorted((a, b) => ends(a).localeCompare(ends(b)) || a.from.localeCompare(b.from) || (a.id < b.id ? -1 : 1));
  const draws: Draw[] = [];
  let missing = wanted.amount;
  for (const { id, left } of order) {
    if (missing === 0) break;
    const amount = Math.min(left, missing);
    draws.push({ grantId: id, amount });
    missing -= amount;
  }
  const taken = new Map(draws.map(({ grantId, amount }) => [grantId, amount]));
  const after = grants.map((grant) => ({ ...grant, left: grant.left - (taken.get(grant.id) ?? 0) }));
  return { draws, missing, grants: after };
}
