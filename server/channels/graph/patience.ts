import { setTimeout } from 'node:timers/promises';
import { GraphRefused } from './refusal.ts';

const TRIES = 3;
const PAUSE_MS = 500;
/** Whoever asks to be left in peace for longer is left in peace by whoever called. */
const LONGEST_PAUSE_MS = 5_000;

const BROKEN = /^(ECONNRESET|EPIPE|ETIMEDOUT|ECONNREFUSED|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/;

/** Whether the line broke. What took too long would again. */
const isBroken = (error: unknown): boolean => BROKEN.test(String((error as { code?: unknown }).code));

/** Does what may be done twice again where it failed in passing, after the pause that was asked for. Throws what the last try threw. */
export async function withPatience<R>(work: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const pause = pauseAfter(error, tries);
      if (tries >= TRIES || pause === null) throw error;
      await setTimeout(pause);
    }
  }
}

function pauseAfter(error: unknown, tries: number): number | null {
  if (isBroken(error)) return PAUSE_MS * tries;
  if (!(error instanceof GraphRefused) || !error.isPassing) return null;
  const pause = error.retryAfterMs ?? PAUSE_MS * 2 ** (tries - 1);
  return pause > LONGEST_PAUSE_MS ? null : pause;
}
