import { joined, lay } from './stack.ts';
import { shiftsOfRotation } from './turns.ts';
import type { Override, Schedule, Shift, Stretch } from './types.ts';

/**
 * Who is on call between two instants (epoch milliseconds), in order and without overlaps, each with the layer or override it comes
 * from. Where nobody is, nothing stands.
 */
export function shiftsBetween(schedule: Schedule, overrides: readonly Override[], from: number, to: number): Shift[] {
  if (to <= from) return [];
  const layers = schedule.layers.map((_, index) => shiftsOfLayer(schedule, index, from, to));
  const taken = overrides
    .map(({ id, staffId, ...when }): Shift[] => {
      const stretch = { from: Math.max(when.from, from), to: Math.min(when.to, to) };
      return stretch.from < stretch.to ? [{ ...stretch, staffId, source: { kind: 'override', id } }] : [];
    })
    .filter((shifts) => shifts.length > 0);
  return joined([...layers, ...taken].reduce((below, above) => lay(above, below), []));
}

/** The turns of one layer between two instants, as if it stood alone. */
export function shiftsOfLayer(schedule: Schedule, index: number, from: number, to: number): Shift[] {
  const rotation = schedule.layers[index];
  return rotation ? joined(shiftsOfRotation(rotation, index, schedule.timeZone, { from, to })) : [];
}

/** The shift that an instant falls in, as far as it is known at that instant; null where nobody is on call. */
export function onCallAt(schedule: Schedule, overrides: readonly Override[], at: number): Shift | null {
  return shiftsBetween(schedule, overrides, at, at + 1)[0] ?? null;
}

/** Where none of the shifts is, between two instants. The shifts are in order and without overlaps. */
export function gapsBetween(shifts: readonly Stretch[], from: number, to: number): Stretch[] {
  const gaps: Stretch[] = [];
  let at = from;
  for (const shift of shifts) {
    if (shift.from > at) gaps.push({ from: at, to: Math.min(shift.from, to) });
    at = Math.max(at, shift.to);
    if (at >= to) return gaps;
  }
  if (at < to) gaps.push({ from: at, to });
  return gaps;
}
