import { WAIT_CAUSE_KEYS, WAIT_CAUSES, type WaitCause } from '#shared/value-stream-words.ts';
import { formatDuration } from '../duration.ts';
import type { StepFigures } from './figures.ts';

/** Where most time was lost: the step and the cause, in seconds and as a share of all that passed. */
export type MainDelay = { step: string; cause: WaitCause; seconds: number; share: number };
export type Flow = {
  /** Touch ÷ (touch + wait); null where nothing passed. */
  efficiency: number | null;
  /** What passed in all steps, in seconds. */
  whole: number;
  delay: MainDelay | null;
};

/** How well work flows through steps, and what stands in its way most; of equal delays the first. */
export function flowOf(steps: readonly StepFigures[]): Flow {
  const touch = steps.reduce((sum, step) => sum + step.touch.sum, 0);
  const whole = touch + steps.reduce((sum, step) => sum + step.wait.sum, 0);
  let delay: MainDelay | null = null;
  for (const { step, causes } of steps)
    for (const cause of WAIT_CAUSE_KEYS)
      if (causes[cause] > (delay?.seconds ?? 0))
        delay = { step, cause, seconds: causes[cause], share: causes[cause] / whole };
  return { efficiency: whole === 0 ? null : touch / whole, whole, delay };
}

/** “The main delay is in “Restore”: nobody had it. That is 41 % of the whole time, about 2 h 10 min a ticket.” */
export function delayWords(delay: MainDelay | null, name: string, tickets: number): string {
  if (delay === null || tickets === 0) return 'Nothing waited.';
  const each = Math.max(60, Math.round(delay.seconds / tickets / 60) * 60);
  const share = Math.max(1, Math.round(delay.share * 100));
  return `The main delay is in “${name}”: ${WAIT_CAUSES[delay.cause]}. That is ${share} % of the whole time, about ${formatDuration(each)} a ticket.`;
}
