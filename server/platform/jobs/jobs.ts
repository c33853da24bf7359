import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Ctx } from '../context/index.ts';

/** A kind of background work. `cron` (UTC, five fields) makes it run by itself; otherwise commands enqueue it. */
export type JobDefinition<P extends object = object> = {
  readonly name: string;
  readonly cron?: string;
  /** Tries after the first failure, with growing pauses; then the job is kept as failed. */
  readonly retries?: number;
  /** `stopping` ends when the program does: long work stops at a good place and throws, and is given back to the queue. */
  run(payload: P, stopping?: AbortSignal): Promise<void>;
};

/** What the queue needs to know of a job before anything runs: made once, at migration. */
export type QueueName = { readonly name: string; readonly retries?: number };

const SCHEMA = 'pgboss';

/** Seconds: a job may run for hours, but one whose process was killed is silent, and is given to another soon. */
const LIFE = { heartbeatSeconds: 30, expireInSeconds: 21_600 };

/**
 * Installs pg-boss's schema and our queues as the owner role, and lets the program's role use them. Idempotent.
 * @param ownerUrl connection that acts as fettle_owner
 */
export async function installQueues(ownerUrl: string, queues: readonly QueueName[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const queue of queues) {
      if (known.has(queue.name)) continue;
      await boss.createQueue(queue.name, {
        retryLimit: queue.retries ?? 3,
        retryBackoff: true,
        retryDelay: 5,
        notify: true,
        ...LIFE,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** The statements that let the program's role use the queues, but not change their shape. */
export const QUEUE_GRANTS = `
grant usage on schema ${SCHEMA} to fettle_app;
grant select, insert, update, delete on all tables in schema ${SCHEMA} to fettle_app;
grant usage on all sequences in schema ${SCHEMA} to fettle_app;
grant execute on all functions in schema ${SCHEMA} to fettle_app;
`;

/** Background work: enqueued inside the caller's transaction, run by the worker role. */
export class Jobs {
  readonly #boss: PgBoss;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #running = new Set<Promise<void>>();

  constructor(url: string, log: Logger) {
    this.#log = log;
    this.#boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      max: 3,
      migrate: false,
      createSchema: false,
      useListenNotify: true,
      supervise: true,
      // How soon it is noticed that a job's process is gone, so that what a crash broke off goes on within a minute.
      superviseIntervalSeconds: 15,
      monitorIntervalSeconds: 15,
      reindex: false,
      monitorVacuum: false,
    });
    this.#boss.on('error', (error) => log.error({ err: error }, 'jobs: the queue reported an error'));
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  /** Adds a job to the caller's transaction: it exists if and only if that commits. */
  async enqueue(ctx: Ctx, name: string, payload: object, options: { startAfter?: string } = {}): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[] = []) => {
        const result = await ctx.tx.executeQuery(CompiledQuery.raw(text, values));
        return { rows: result.rows as object[] };
      },
    };
    await this.#boss.send(name, payload, {
      db,
      ...(options.startAfter ? { startAfter: new Date(options.startAfter) } : {}),
    });
  }

  /** Begins to work on a kind of job; a throw is logged and tried again later. */
  async work<P extends object>(definition: JobDefinition<P>): Promise<void> {
    if (definition.cron) await this.#boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' });
    let worker = '';
    // Two that were added at once call once, and nothing looks again for half a minute: after each it is looked for the next.
    const lookAgain = () => this.#boss.notifyWorker(worker);
    worker = await this.#boss.work<P>(definition.name, { batchSize: 1, pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const job of jobs) {
        const run = definition.run(job.data, this.#stopping.signal);
        this.#running.add(run);
        try {
          await run;
        } catch (error) {
          if (this.#stopping.signal.aborted)
            this.#log.info({ job: definition.name, jobId: job.id }, 'jobs: a job goes on at the next start');
          else this.#log.error({ err: error, job: definition.name, jobId: job.id }, 'jobs: a job failed');
          throw error;
        } finally {
          this.#running.delete(run);
          lookAgain();
        }
      }
    });
  }

  /** Stops taking work, waits for what runs (at most `graceMs`), and gives the rest back to the queue. */
  async stop(graceMs = 10_000): Promise<void> {
    this.#stopping.abort();
    await this.#boss.stop({ graceful: true, timeout: graceMs });
  }
}
