import type { ProviderOptions } from '../provider.ts';

/** Lets calls go no faster than agreed: each takes its turn first. */
export type Pace = {
  /** Ends when the next call may go. Throws the signal's reason when the work is stopped meanwhile. */
  turn(): Promise<void>;
  /** Lets nothing go for so many milliseconds. */
  hold(ms: number): void;
};

type Limit = { readonly calls: number; readonly windowMs: number };
type Session = Pick<ProviderOptions, 'now' | 'wait' | 'signal'>;

/** At most `calls` within any `windowMs`, for one session. */
export const openPace = (limit: Limit, session: Session): Pace => openSharedPace(limit)(session);

/** The same for all sessions that are given a pace by it. */
export function openSharedPace({ calls, windowMs }: Limit): (session: Session) => Pace {
  const latest: number[] = [];
  let heldUntil = 0;
  let line: Promise<void> = Promise.resolve();
  return ({ now, wait, signal }) => {
    const next = async () => {
      signal.throwIfAborted();
      const oldest = latest.length >= calls ? (latest[0] ?? 0) + windowMs : 0;
      const free = Math.max(heldUntil, oldest);
      const pause = free - now();
      if (pause > 0) await wait(pause);
      signal.throwIfAborted();
      if (latest.length >= calls) latest.shift();
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
  };
}
