import { ApiProblem } from './problem.ts';

const LONGEST_WAIT_SECONDS = 60;

/**
 * Does it again as long as that is safe and may help: what was refused for the moment (429, 503, the same POST still in work),
 * and, for what can be repeated without doing it twice, what got no answer.
 */
export async function withRetries<R>(
  work: () => Promise<R>,
  { retries, repeatable, signal }: { retries: number; repeatable: boolean; signal: AbortSignal | undefined },
): Promise<R> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= retries || !(error instanceof ApiProblem) || !mayHelp(error, repeatable)) throw error;
      await pause(Math.min(error.retryAfter ?? 2 ** tries / 2, LONGEST_WAIT_SECONDS), signal);
    }
  }
}

function mayHelp({ status, code }: ApiProblem, repeatable: boolean): boolean {
  if (status === 429 || status === 503 || code === 'in_flight') return true;
  return repeatable && (status === 0 || status === 502 || status === 504);
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', give);
      resolve();
    }, seconds * 1000);
    if (signal?.aborted) give();
    else signal?.addEventListener('abort', give, { once: true });
  });
}
