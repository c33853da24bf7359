import type { Services } from '#platform/context/index.ts';
import { sweepClocks } from '#server/practices/service-level/index.ts';
import { actOn } from './act.ts';

export { actOn } from './act.ts';

export const thresholdModule = {
  name: 'threshold',
  /** Due work is looked for every two seconds, so a breach is acted on well within five. */
  loops: [
    {
      name: 'service-level.sweep',
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => sweepClocks(services, actOn, signal),
    },
  ],
};
