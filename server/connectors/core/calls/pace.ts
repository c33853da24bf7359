import type { ProviderOptions } from '../provider.ts';

/** Lets calls go no faster than agreed: each takes its turn first. */
export type Pace = {
  /** Ends when the next call may go. Throws the signal's reason when the work is stopped meanwhile. */
  turn(): Promise<void>;
  /** Lets nothing go for so many milliseconds. */
  hold(ms: number): void;
};

/** At most `calls` within any `windowMs`. */
export function openPace(
  { calls, windowMs }: { readonly calls: number; readonly windowMs: number },
  { now, wait, signal }: Pick<ProviderOptions, 'now' | 'wait' | 'signal'>,
): Pace {
  const latest: number[] = [];
  let heldUntil = 0;
  let line: Promise<void> = Promise.resolve();
  const next = async () => {
    signal.throwIfAborted();
    const oldest = latest.length >= calls ? latest.shift() : undefined;
    const free = Math.max(heldUntil, oldest === undefined ? 0 : oldest + windowMs);
    const pause = free - now();
    if (pause > 0) await wait(pause);
    signal.throwIfAborted();
    latest.push(Math.max(now(), free));
  };
  return {
    turn() {
      const mine = line.then(next);
      line = mine.catch(() => undefined);
      return mine;
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, now() + ms);
    },
  };
}
