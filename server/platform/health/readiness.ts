import type { Services } from '../context/index.ts';
import { pendingMigrations } from '../database/index.ts';

const PATIENCE_MS = 3_000;
/** A scope is signed with our clock and checked by the database's; far apart, every query would find nothing. */
const MOST_APART_MS = 5 * 60_000;

export type Health = { ready: boolean; checks: { name: string; ok: boolean; detail: string }[] };

/**
 * Whether this process can do its work now: the database answers, has the form this version was written for, and tells us what
 * changes. Answers within a few seconds whatever hangs; a failed check says what is wrong without naming hosts or users.
 */
export async function readiness(services: Services): Promise<Health> {
  const checks = [];
  try {
    const pending = await withinPatience(pendingMigrations(services.db.pool));
    checks.push({ name: 'database', ok: true, detail: 'answers' });
    checks.push({
      name: 'migrations',
      ok: pending.length === 0,
      detail: pending.length === 0 ? 'all applied' : `${pending.length} not applied; restart to apply them`,
    });
    const apart = Math.abs(Date.now() - (await withinPatience(databaseClock(services))));
    checks.push({
      name: 'clock',
      ok: apart < MOST_APART_MS,
      detail:
        apart < MOST_APART_MS ? 'agrees with the database' : 'differs from the database’s by minutes; set both right',
    });
  } catch (error) {
    services.log.warn({ err: error }, 'health: the database does not answer');
    checks.push({ name: 'database', ok: false, detail: 'does not answer; the log says more' });
  }
  const { listening } = services.live;
  checks.push({ name: 'live', ok: listening, detail: listening ? 'listening' : 'connecting again' });
  return { ready: checks.every((check) => check.ok), checks };
}

async function databaseClock({ db }: Services): Promise<number> {
  const { rows } = await db.pool.query<{ at: string }>('select clock_timestamp() as at');
  return Date.parse(rows[0]?.at ?? '');
}

async function withinPatience<R>(work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
