import { type Services, withContext } from '#platform/context/index.ts';
import { claimIncoming } from './claim.ts';
import { handleSafely } from './handle.ts';
import { RECEIVER } from './receiver.ts';

/** So many mails are worked on side by side in one process: they mostly wait for the database and the disk. */
const ABREAST = 6;

type Run = { done: Promise<number>; again: boolean };
const runs = new WeakMap<Services, Run>();

/**
 * Works on what came in until nothing is due or `signal` says stop; whoever asks while that goes on has it look once more. May run in
 * several processes at once. Answers how many were worked on.
 */
export function takeMail(services: Services, signal?: AbortSignal): Promise<number> {
  const running = runs.get(services);
  if (running) {
    running.again = true;
    return running.done;
  }
  const run: Run = { done: Promise.resolve(0), again: false };
  run.done = (async () => {
    let count = 0;
    do {
      run.again = false;
      count += await sweep(services, signal);
    } while (run.again && !signal?.aborted);
    return count;
  })().finally(() => runs.delete(services));
  runs.set(services, run);
  return run.done;
}

async function sweep(services: Services, signal?: AbortSignal): Promise<number> {
  let count = 0;
  const worker = async () => {
    while (!signal?.aborted) {
      const row = await withContext(services, RECEIVER, claimIncoming);
      if (row === null) return;
      await handleSafely(services, row);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  return count;
}
