import type { Shift, Stretch } from './types.ts';

/** Lays shifts over others: where the upper ones are, they win. Both in order and without overlaps, and so is the result. */
export function lay(upper: readonly Shift[], lower: readonly Shift[]): Shift[] {
  const seen = lower.flatMap((shift) => outside(shift, upper));
  return [...seen, ...upper].sort((a, b) => a.from - b.from);
}

/** The parts of a shift that none of some others covers. */
function outside(shift: Shift, upper: readonly Shift[]): Shift[] {
  const parts: Shift[] = [];
  let { from } = shift;
  for (let i = firstEndingAfter(upper, shift.from); i < upper.length; i += 1) {
    const above = upper[i] as Shift;
    if (above.from >= shift.to) break;
    if (above.from > from) parts.push({ ...shift, from, to: above.from });
    from = Math.max(from, above.to);
  }
  if (from < shift.to) parts.push({ ...shift, from });
  return parts;
}

/** Where the first stretch that ends after an instant stands; they are in order, so halving finds it. */
function firstEndingAfter(stretches: readonly Stretch[], at: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((stretches[half] as Stretch).to <= at) low = half + 1;
    else high = half;
  }
  return low;
}

/** Joins what follows on without a break, by the same person and for the same reason. */
export function joined(shifts: readonly Shift[]): Shift[] {
  const whole: Shift[] = [];
  for (const shift of shifts) {
    const last = whole.at(-1);
    if (last && last.to === shift.from && last.staffId === shift.staffId && isSame(last.source, shift.source))
      whole[whole.length - 1] = { ...last, to: shift.to };
    else whole.push(shift);
  }
  return whole;
}

function isSame(a: Shift['source'], b: Shift['source']): boolean {
  if (a.kind === 'layer') return b.kind === 'layer' && a.index === b.index;
  return b.kind === 'override' && a.id === b.id;
}
