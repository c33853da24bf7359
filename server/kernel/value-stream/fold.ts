import { WAIT_CAUSE_KEYS, type WaitCause } from '#shared/value-stream-words.ts';
import { causeOf } from './cause.ts';
import { stepOf } from './step-of.ts';
import type { Passage, Passed, Recorded, Spent, Standing, StreamStep } from './types.ts';

/** Open seconds between two instants (epoch milliseconds), by the hours in which the client is served. */
export type OpenSeconds = (from: number, to: number) => number;

type Stretch = { place: number; from: number; to: number; cause: WaitCause | null };
const ENDED: ReadonlySet<string> = new Set(['resolved', 'closed', 'cancelled']);
const NOTHING: Spent = { seconds: 0, business: 0 };
const whole = (at: number) => Math.floor(at / 1000) * 1000;

/**
 * What became of a ticket in each step of a stream, from how it stood after each of its events. Null for one that goes on, or that came to
 * nothing (cancelled). What passes while it counts as solved is nobody's wait. The log's order is the order of things: an instant before
 * its predecessor's counts as the predecessor's, so a clock that was set back makes no time. Each second counts once: as touch where
 * somebody had it in work, else as a wait with its cause. Where time was recorded, touch is what was recorded, at the step in which it
 * was, and the rest of the time in work is a wait of its own. Recorded work may exceed what passed: two people work at once.
 */
export function foldTicket(
  standings: readonly Standing[],
  recorded: readonly Recorded[],
  steps: readonly StreamStep[],
  open: OpenSeconds,
): Passed | null {
  const last = standings.at(-1);
  if (!last || steps.length === 0 || !ENDED.has(last.category) || last.category === 'cancelled') return null;
  const { stretches, endedAt } = stretchesOf(standings, steps);
  const places = [...new Set(stretches.map(({ place }) => place))].sort((a, b) => a - b);
  const worked = workByPlace(stretches, recorded);
  const passages = places.map((place): Passage => {
    const mine = stretches.filter((one) => one.place === place);
    const spent = (cause: WaitCause | null) =>
      mine.filter((one) => one.cause === cause).reduce(addStretch(open), NOTHING);
    const active = spent(null);
    const work = worked === null ? active : (worked.get(place) ?? NOTHING);
    const waits = Object.fromEntries(WAIT_CAUSE_KEYS.map((cause) => [cause, spent(cause)])) as Record<WaitCause, Spent>;
    return {
      step: (steps[place] as StreamStep).key,
      enteredAt: Math.min(...mine.map(({ from }) => from)),
      leftAt: Math.max(...mine.map(({ to }) => to)),
      visits: visitsOf(stretches, place),
      waits: worked === null ? waits : { ...waits, in_hand: less(active, work) },
      touch: work,
      estimated: worked === null,
    };
  });
  return { endedAt, passages };
}

const addStretch =
  (open: OpenSeconds) =>
  (sum: Spent, { from, to }: Stretch): Spent => ({
    seconds: sum.seconds + (to - from) / 1000,
    business: sum.business + open(from, to),
  });

const less = (a: Spent, b: Spent): Spent => ({
  seconds: Math.max(0, a.seconds - b.seconds),
  business: Math.max(0, a.business - b.business),
});

/** The stretches in which a ticket was open, one for each event, and when it ended for good. */
function stretchesOf(standings: readonly Standing[], steps: readonly StreamStep[]) {
  const stretches: Stretch[] = [];
  let place = 0;
  let endedAt = 0;
  let began = Number.NEGATIVE_INFINITY;
  let before: Standing | null = null;
  for (const standing of standings) {
    const at = Math.max(whole(standing.at), began);
    if (before && !ENDED.has(before.category)) {
      place = stepOf(steps, before, place);
      stretches.push({ place, from: began, to: at, cause: causeOf(steps[place] as StreamStep, before) });
    }
    if (!before || !ENDED.has(before.category)) endedAt = at;
    began = at;
    before = standing;
  }
  return { stretches, endedAt };
}

/** The seconds recorded in each step; null where nobody recorded any. What was recorded outside of every stretch is the nearest one's. */
function workByPlace(stretches: readonly Stretch[], recorded: readonly Recorded[]): Map<number, Spent> | null {
  if (recorded.length === 0) return null;
  const sums = new Map<number, Spent>();
  for (const { at, seconds } of recorded) {
    const found = stretches.findLast(({ from }) => from <= at) ?? stretches[0];
    if (!found) continue;
    const sum = (sums.get(found.place)?.seconds ?? 0) + seconds;
    sums.set(found.place, { seconds: sum, business: sum });
  }
  return sums;
}

const visitsOf = (stretches: readonly Stretch[], place: number): number =>
  stretches.filter((one, index) => one.place === place && stretches[index - 1]?.place !== place).length;
