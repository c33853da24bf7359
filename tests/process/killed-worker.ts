import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestDatabase } from '#tests/database.ts';
import { COMPILED } from './running.ts';

const CHILD = new URL('./worker-child.ts', import.meta.url).pathname;
/** As `npm start` has it: little room for what is not used any more, and packages that load fast. */
const AS_STARTED = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=80',
  '--import',
  new URL('../../tools/bootstrap/use-merged.mjs', import.meta.url).href,
];

export type Worker = { readonly child: ChildProcess; ready(): Promise<void> };

/** A process that plays the worker on a database and nothing else. */
export function startWorker(database: TestDatabase, dataDir: string): Worker {
  const child = spawn(process.execPath, [...AS_STARTED, CHILD], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: COMPILED,
      WORKER_DATABASE: database.adminUrl,
      WORKER_SECRET: database.secret.toString('hex'),
      WORKER_DATA: dataDir,
    },
  });
  const heard = child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('no output'));
  return { child, ready: async () => void (await heard) };
}

/** Kills it without a warning, some milliseconds from now. */
export async function killAfter({ child }: Worker, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
