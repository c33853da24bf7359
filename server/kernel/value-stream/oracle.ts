import { WAIT_CAUSE_KEYS } from '#shared/value-stream-words.ts';
import { causeOf } from './cause.ts';
import { stepOf } from './step-of.ts';
import type { Recorded, Standing, StreamStep } from './types.ts';

export type Told = Record<string, { touch: number; business: number; waits: Record<string, [number, number]> }>;

/** The same second by second: slow, and without any arithmetic on stretches. `isOpen` is asked about each second. */
export function foldSlowly(
  standings: readonly Standing[],
  recorded: readonly Recorded[],
  steps: readonly StreamStep[],
  isOpen: (second: number) => boolean,
): Told {
  const told: Told = {};
  const at = (key: string) => {
    told[key] ??= { touch: 0, business: 0, waits: Object.fromEntries(WAIT_CAUSE_KEYS.map((cause) => [cause, [0, 0]])) };
    return told[key];
  };
  const seconds: number[] = [];
  for (const standing of standings) seconds.push(Math.max(Math.floor(standing.at / 1000), seconds.at(-1) ?? 0));
  const placeAt: number[] = [];
  const isOver = (standing: Standing | undefined) =>
    !standing || ['resolved', 'closed', 'cancelled'].includes(standing.category);
  const places: number[] = [];
  for (const standing of standings) {
    const before = places.at(-1) ?? 0;
    places.push(isOver(standing) ? before : stepOf(steps, standing, before));
  }
  for (let index = 0; index + 1 < standings.length; index++) {
    const standing = standings[index] as Standing;
    if (isOver(standing)) continue;
    const step = steps[places[index] as number] as StreamStep;
    at(step.key);
    placeAt.push(index);
    for (let second = seconds[index] as number; second < (seconds[index + 1] as number); second++) {
      const cause = causeOf(step, standing);
      const one = at(step.key);
      const open = isOpen(second) ? 1 : 0;
      if (cause === null) {
        one.touch += 1;
        one.business += open;
      } else {
        const wait = one.waits[cause] as [number, number];
        wait[0] += 1;
        wait[1] += open;
      }
    }
  }
  if (recorded.length === 0 || placeAt.length === 0) return told;
  const work: Record<string, number> = {};
  for (const { at: when, seconds: long } of recorded) {
    const index = placeAt.filter((one) => (seconds[one] as number) * 1000 <= when).at(-1) ?? (placeAt[0] as number);
    const key = (steps[places[index] as number] as StreamStep).key;
    work[key] = (work[key] ?? 0) + long;
  }
  for (const [key, one] of Object.entries(told)) {
    const recordedHere = work[key] ?? 0;
    one.waits['in_hand'] = [Math.max(0, one.touch - recordedHere), Math.max(0, one.business - recordedHere)];
    one.touch = recordedHere;
    one.business = recordedHere;
  }
  return told;
}
