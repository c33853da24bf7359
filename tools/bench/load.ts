import { type Summary, summarise } from './statistics.ts';

export type Load = {
  /** How many run at once; each waits for its answer before it asks again. */
  readonly concurrency: number;
  /** Stops after this many … */
  readonly samples: number;
  /** … or when this much time has passed, whichever is first. */
  readonly milliseconds: number;
};

/** Does `work` again and again, and measures each time. `work` gets the number of the repetition, from 0. */
export async function underLoad(work: (i: number) => Promise<unknown>, load: Load): Promise<Summary> {
  const times: number[] = [];
  const from = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < load.samples && performance.now() - from < load.milliseconds) {
      const i = next++;
      const began = performance.now();
      await work(i);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  return summarise(times, performance.now() - from);
}
