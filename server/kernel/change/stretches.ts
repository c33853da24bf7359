import type { Stretch } from '../on-call.ts';

/** Stretches in order, what touches or overlaps made one; empty ones are left out. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { from, to } of stretches.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else whole.push({ from, to });
  }
  return whole;
}

/** What lies in both; each is in order and without overlaps. */
export function inBoth(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const both: Stretch[] = [];
  let [i, j] = [0, 0];
  for (let [a, b] = [some[0], others[0]]; a && b; [a, b] = [some[i], others[j]]) {
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    if (from < to) both.push({ from, to });
    if (a.to < b.to) i += 1;
    else j += 1;
  }
  return both;
}

export const meets = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to;

export const meeting = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});
