import { openStretches } from './arithmetic.ts';
import { closedDaysBetween } from './local.ts';
import type { Calendar } from './types.ts';

/** A stretch during which a calendar is closed, in epoch milliseconds, with the names of the closed days that it touches. */
export type ClosedStretch = { readonly from: number; readonly to: number; readonly days: readonly string[] };

/** What `openStretches` leaves between two instants. */
export function closedStretches(calendar: Calendar, from: number, to: number): ClosedStretch[] {
  const open = openStretches(calendar, from, to);
  const edges = [from, ...open.flatMap((stretch) => [stretch.from, stretch.to]), to];
  const closed: ClosedStretch[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const [begin, end] = [edges[i] as number, edges[i + 1] as number];
    if (end - begin < 1000) continue;
    closed.push({ from: begin, to: end, days: closedDaysBetween(calendar, begin, end).map(({ name }) => name) });
  }
  return closed;
}
