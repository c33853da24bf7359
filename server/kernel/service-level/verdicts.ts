import { clockLedger } from '../clock/ledger.ts';
import { consumedAt } from '../clock/time.ts';
import { type OracleVerdict, oracleTargets } from './oracle.ts';
import type { Scene } from './scene.ts';
import { replay } from './step.ts';

type Verdicts = Record<string, OracleVerdict>;

/** What the engine and the walk say of every target of a story, to be compared. */
export function verdicts({ moments, calendars, world, asking, now }: Scene): { engine: Verdicts; oracle: Verdicts } {
  const iso = new Date(now * 60_000).toISOString();
  const oracle = Object.fromEntries(oracleTargets(moments, world, now));
  const engine: Verdicts = {};
  for (const [target, { history }] of replay(moments, calendars, asking, iso)) {
    const { clock, intervals } = clockLedger(history, calendars, iso);
    const last = intervals.at(-1);
    if (!clock || !last) continue;
    const waited = intervals.filter(({ kind, round }) => kind === 'paused' && round === last.round);
    const dueAt = clock.dueAt === null ? null : Date.parse(clock.dueAt);
    engine[target] = {
      state: clock.state,
      seconds: consumedAt(clock, last.to, calendars),
      pausedSeconds: waited.reduce((sum, { seconds }) => sum + seconds, 0),
      breachedAt: clock.breachedAt === null ? null : Date.parse(clock.breachedAt),
      // The walk knows no more than its days.
      dueAt: dueAt !== null && dueAt > world.end * 60_000 ? Number.POSITIVE_INFINITY : dueAt,
    };
  }
  return { engine, oracle };
}
