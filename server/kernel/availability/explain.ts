import { formatDuration } from '../duration.ts';
import { percentWords } from '../percent-words.ts';
import type { Availability } from './arithmetic.ts';

/** Why it is so much, a sentence a step. */
export function explainAvailability({ plannedCounts, ...it }: Availability & { plannedCounts: boolean }): string[] {
  if (it.percent === null) return ['Nothing was agreed in this time, so there is nothing to measure.'];
  return [
    `Agreed hours in this time: ${formatDuration(it.openSeconds)}.`,
    ...(it.plannedSeconds > 0
      ? [
          `Planned outages do not count: ${formatDuration(it.plannedSeconds)} are taken off, which leaves ${formatDuration(it.agreedSeconds)}.`,
        ]
      : []),
    ...(plannedCounts ? ['Planned outages count as well.'] : []),
    it.downSeconds > 0
      ? `It was missing for ${formatDuration(it.downSeconds)} of that, in ${it.interruptions === 1 ? '1 interruption' : `${it.interruptions} interruptions`}; the longest took ${formatDuration(it.longestSeconds)}.`
      : 'Nothing of that was missing.',
    `(${formatDuration(it.agreedSeconds)} − ${formatDuration(it.downSeconds)}) ÷ ${formatDuration(it.agreedSeconds)} = ${percentWords(it.percent)}.`,
  ];
}
