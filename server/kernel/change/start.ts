import { collisionsOf, type Surroundings } from './collisions.ts';
import type { Collision, Planned } from './schedule-types.ts';

/** How many minutes before its window a change may begin: signing in and taking a copy come first, and clocks differ. */
const EARLY_MINUTES = 15;

/** What the keys of these begin with: what was overridden of them holds for one beginning. */
export const START = 'start:';

/**
 * Why a change cannot begin at an instant (epoch milliseconds), besides what stands against its window: the instant is outside of that,
 * or something is on which the window keeps clear of, such as a freeze. `when`: the window in words. An emergency begins at once.
 */
export function startBlockers(
  change: Planned,
  others: readonly Planned[],
  around: Surroundings,
  { now, when }: { now: number; when: string },
): Collision[] {
  if (change.isEmergency) return [];
  const known = new Set(collisionsOf(change, others, around).map(nameOf));
  const at = { from: now, to: now + 1 };
  return [
    ...outsideOf(change, now, when),
    ...collisionsOf({ ...change, ...at }, others, around)
      .filter((one) => one.blocks && one.kind !== 'outside_window' && !known.has(nameOf(one)))
      .map((one) => ({ ...one, key: `${START}${nameOf(one)}` })),
  ];
}

const nameOf = ({ key, kind, period }: Collision): string => key ?? `${kind}:${period?.id}`;

function outsideOf({ from, to }: Planned, now: number, when: string): Collision[] {
  const early = now < from - EARLY_MINUTES * 60_000;
  if (!early && now <= to) return [];
  const sentence = early
    ? `Its window has not begun: it is planned for ${when}.`
    : `Its window is over: it was planned for ${when}.`;
  return [
    {
      ...{ kind: 'outside_window', blocks: true, from: now, to: now + 1, change: null, period: null },
      ...{ sentence, told: sentence, key: `${START}${early ? 'early' : 'late'}` },
    },
  ];
}
