import type { Services } from '#platform/context/index.ts';
import { sweepClocks } from './sweep.ts';

export { explainTicket } from './explain.ts';
export { followClocks } from './follow.ts';
export { moveClocks } from './move.ts';
export { HOURS, TARGETS } from './settings.ts';
export { earliestDue, insertClocks, planClocks } from './start.ts';
export { sweepClocks, sweepHistory } from './sweep.ts';

export const serviceLevelModule = {
  name: 'service-level',
  /** Due work is looked for every two seconds, so a breach is acted on well within five. */
  loops: [
    {
      name: 'service-level.sweep',
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => sweepClocks(services, signal),
    },
  ],
};
