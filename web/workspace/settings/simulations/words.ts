import { sayMinutes } from '#kernel/minutes.ts';
import type { SimulationFlip, SimulationView } from '#shared/simulation.ts';

type Result = NonNullable<SimulationView['result']>;

const count = (n: number): string => n.toLocaleString('en');

/** What came of it, in one sentence. */
export function headline({ tickets }: Pick<Result, 'tickets'>): string {
  return [mainWords(tickets), ...apartWords(tickets)].join(' ');
}

function mainWords({ judged, toBreached, toMet, apartBreached, apartMet }: Result['tickets']): string {
  if (judged === 0) return 'No tickets were logged in this time.';
  const of = `Of ${count(judged)} ${judged === 1 ? 'ticket' : 'tickets'}`;
  if (toBreached + toMet === 0)
    return apartBreached + apartMet === 0
      ? `${of}, none would have come out otherwise.`
      : `${of}, none would have missed a target that was kept or is in time so far, or the other way round.`;
  // Of tickets that are open, nobody knows yet.
  const missed = `${count(toBreached)} would have missed a target that was kept or is in time so far`;
  const kept = `${count(toMet)} would have kept one that was missed, or be in time so far`;
  if (toMet === 0) return `${of}, ${missed}; none would have come out better.`;
  if (toBreached === 0) return `${of}, ${kept}; none would have come out worse.`;
  return `${of}, ${missed}, and ${kept}.`;
}

/** What is missed on one side alone: on the other it is neither kept nor missed. */
const apartWords = ({ apartBreached, apartMet }: Result['tickets']): string[] => [
  ...(apartBreached === 0 ? [] : [`${count(apartBreached)} would have missed one that was cancelled or not promised.`]),
  ...(apartMet === 0 ? [] : [`For ${count(apartMet)}, one that was missed would be cancelled or not promised.`]),
];

/** How a clock came out. */
export const VERDICTS = {
  met: 'kept',
  breached: 'missed',
  open: 'in time so far',
  cancelled: 'cancelled',
  none: 'not promised',
} as const;

const time = (seconds: number): string => sayMinutes(Math.round(seconds / 60));

/** Why a clock would come out otherwise: what it used, and what of it, of its target and of its priority would differ. */
export function whyWords(flip: SimulationFlip): string {
  const { usedBefore, usedAfter, targetBefore, targetAfter, priorityBefore, priorityAfter } = flip;
  const { sourceBefore, sourceAfter } = flip;
  if (flip.before === 'none')
    return `Would be promised by “${sourceAfter}”: took ${time(usedAfter)} of ${time(targetAfter)}`;
  if (flip.after === 'none') return `Would be promised no more: took ${time(usedBefore)} of ${time(targetBefore)}`;
  if (flip.before === 'cancelled')
    return `Was cancelled after ${time(usedBefore)} of ${time(targetBefore)}: ${time(usedAfter)} of ${time(targetAfter)} instead`;
  if (flip.after === 'cancelled')
    return `Would be cancelled after ${time(usedAfter)} of ${time(targetAfter)}: took ${time(usedBefore)} of ${time(targetBefore)}`;
  const differ = <T>(before: T, after: T, words: (of: T) => string) =>
    before === after ? [] : [`${words(after)} instead of ${words(before)}`];
  return [
    usedBefore === usedAfter
      ? `Took ${time(usedAfter)} of working time`
      : `${time(usedAfter)} of working time counted instead of ${time(usedBefore)}`,
    `target ${time(targetAfter)}${targetBefore === targetAfter ? '' : ` instead of ${time(targetBefore)}`}`,
    ...differ(priorityBefore, priorityAfter, (priority) => `P${priority}`),
    ...(sourceBefore && sourceAfter ? differ(sourceBefore, sourceAfter, (name) => `“${name}”`) : []),
  ].join(' · ');
}
