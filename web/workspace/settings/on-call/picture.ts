import { dayStart } from '#kernel/day.ts';
import { gapsBetween, type Schedule, type Stretch, shiftsBetween, shiftsOfLayer } from '#kernel/on-call.ts';
import { dayIn } from '#web/ui/marks/day-in.ts';

/** A stretch of a row: somebody's, or nobody's where `name` is null. */
export type Piece = Stretch & { name: string | null };
export type Row = { name: string; pieces: readonly Piece[] };
export type Picture = Stretch & { rows: readonly Row[]; gaps: readonly Stretch[] };

const DAY_MS = 86_400_000;

/** So many days of a zone, from the one that an instant falls on: where each begins, and where the last one ends. */
export function daysFrom(at: number, timeZone: string, count: number): number[] {
  const first = dayIn(at, timeZone);
  return Array.from({ length: count + 1 }, (_, later) =>
    Date.parse(dayStart(first, timeZone, later) ?? new Date(at + later * DAY_MS).toISOString()),
  );
}

/** What of some stretches lies within another one. */
export function within<T extends Stretch>(stretches: readonly T[], { from, to }: Stretch): T[] {
  return stretches
    .map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

/** A schedule that is not saved yet, as it would be: each rotation by itself, and what comes of them. */
export function draftPicture(
  schedule: Schedule & { layers: readonly { name: string }[] },
  nameOf: (id: string) => string | null,
  window: Stretch,
): Picture {
  const { from, to } = window;
  const pieces = (shifts: readonly (Stretch & { staffId: string })[]) =>
    shifts.flatMap(({ staffId, ...when }): Piece[] => {
      const name = nameOf(staffId);
      return name === null ? [] : [{ from: when.from, to: when.to, name }];
    });
  const result = pieces(shiftsBetween(schedule, [], from, to));
  return {
    ...window,
    rows: [
      ...schedule.layers.map(({ name }, index) => ({
        name: name.trim() || `Rotation ${index + 1}`,
        pieces: pieces(shiftsOfLayer(schedule, index, from, to)),
      })),
      { name: 'On call', pieces: result },
    ],
    gaps: gapsBetween(result, from, to),
  };
}

/** The rows and gaps of a picture that lie within a part of it. */
export function partOf(picture: Picture, window: Stretch, only: 'all' | 'last'): Picture {
  const rows = only === 'all' ? picture.rows : picture.rows.slice(-1);
  return {
    ...window,
    rows: rows.map(({ name, pieces }) => ({ name, pieces: within(pieces, window) })),
    gaps: within(picture.gaps, window),
  };
}
