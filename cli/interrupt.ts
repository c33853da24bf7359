/** Ctrl-C reaches the whole terminal at once and is passed on as well: repeats that come so close are the same wish. */
const SAME_WISH_MS = 1_500;

/**
 * Says when the person or the system wants the work to stop: it then finishes what it is about. A second wish ends the process
 * at once; work must be safe against that, since it may be killed without a word as well.
 */
export function interruption(say: (line: string) => void): AbortSignal {
  const stop = new AbortController();
  let since: number | null = null;
  const interrupt = (exitCode: number) => {
    if (since !== null) {
      if (Date.now() - since > SAME_WISH_MS) process.exit(exitCode);
      return;
    }
    since = Date.now();
    say('• Interrupted: finishing what is being written, then stopping …');
    stop.abort();
  };
  process.on('SIGINT', () => interrupt(130));
  process.on('SIGTERM', () => interrupt(143));
  process.on('SIGHUP', () => interrupt(129));
  return stop.signal;
}
