import { type FlowTime, WAIT_CAUSE_KEYS, type WaitCause } from '#shared/value-stream-words.ts';
import type { Passage } from './types.ts';

/** How long something took, in seconds: half took at most the median, 85 of 100 at most `p85`. */
export type Spread = { median: number; p85: number; sum: number };
/** What became of many tickets in one step. */
export type StepFigures = {
  step: string;
  tickets: number;
  /** Of how many touch is estimated, since nobody recorded any time on them. */
  estimated: number;
  wait: Spread;
  touch: Spread;
  causes: Record<WaitCause, number>;
};

/** The value below which a share of sorted numbers lies, in between as PostgreSQL's percentile_cont has it; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0;
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p85: quantile(sorted, 0.85), sum: sorted.reduce((sum, one) => sum + one, 0) };
}

/** The figures of one step from the passages of tickets through it. */
export function figuresOf(step: string, passages: readonly Passage[], time: FlowTime): StepFigures {
  const of = time === 'calendar' ? ('seconds' as const) : ('business' as const);
  const causes = Object.fromEntries(
    WAIT_CAUSE_KEYS.map((cause) => [cause, passages.reduce((sum, { waits }) => sum + waits[cause][of], 0)]),
  ) as Record<WaitCause, number>;
  return {
    step,
    tickets: passages.length,
    estimated: passages.filter(({ estimated }) => estimated).length,
    wait: spreadOf(passages.map(({ waits }) => WAIT_CAUSE_KEYS.reduce((sum, cause) => sum + waits[cause][of], 0))),
    touch: spreadOf(passages.map(({ touch }) => touch[of])),
    causes,
  };
}
