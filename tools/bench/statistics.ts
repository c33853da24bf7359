/** What many measurements of one thing come to. Times in milliseconds. */
export type Summary = {
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  /** Completed per second, over the whole measurement. */
  readonly rate: number;
};

/** The smallest value that at least `share` of the values do not exceed (nearest rank). `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('Nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

/** @param elapsed milliseconds from the first start to the last end */
export function summarise(times: readonly number[], elapsed: number): Summary {
  return {
    samples: times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    rate: (times.length / elapsed) * 1000,
  };
}

/**
 * How `ours` compares with `theirs`, measured in turns: the middle one of the rounds' own ratios, so that a disturbance of one
 * round does not decide.
 */
export function ratioOfRounds(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new Error('Rounds come in pairs');
  return median(ours.map((value, i) => value / (theirs[i] as number)));
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Nothing was measured');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}
