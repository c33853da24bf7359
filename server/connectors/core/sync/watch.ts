import { setTimeout } from 'node:timers/promises';
import { type Services, withContext } from '#platform/context/index.ts';
import { CONNECTING } from '../rows.ts';
import { doTask } from './do-task.ts';
import { freeTasks } from './lease.ts';

/** How often it is looked for work that is due. */
const LOOK_MS = 2_000;
/** So many systems are read side by side in one process: each mostly waits for an answer. */
const ABREAST = 4;

/** Sees to it that what is due is done by somebody, here or in another process, until `signal` says stop. */
export async function watchConnectors(services: Services, signal: AbortSignal): Promise<void> {
  const mine = new Map<string, Promise<unknown>>();
  while (!signal.aborted) {
    for (const { connector_id: id, task } of await withContext(services, CONNECTING, freeTasks)) {
      const key = `${id} ${task}`;
      if (mine.size >= ABREAST || mine.has(key)) continue;
      const work = doTask(services, id, task, signal)
        .catch((error: unknown) => services.log.error({ err: error, connector: id }, 'connectors: a task failed'))
        .finally(() => mine.delete(key));
      mine.set(key, work);
    }
    await setTimeout(LOOK_MS, undefined, { signal }).catch(() => {});
  }
  await Promise.allSettled(mine.values());
}
