import { say } from '../../tools/bootstrap/output.mjs';
import type { Running } from './start.ts';

/** Longer than the pieces take by their own deadlines; what then still runs is cut off, and the database takes back its work. */
const STOP_MS = 45_000;

/** Ctrl-C reaches the whole terminal at once and is passed on as well: repeats that come so close are the same wish. */
const SAME_WISH_MS = 1_500;

/**
 * Stops what runs when the person, the system or the end of our starter says so, then ends the process. One signal finishes what is
 * under way (also a start that is not through yet); a second one ends at once, and the next start takes over.
 */
export function stopOnRequest(starting: Promise<Running>): void {
  let since: number | null = null;
  const stop = (why: string, exitCode: number) => {
    if (since !== null) {
      if (Date.now() - since > SAME_WISH_MS) process.exit(exitCode);
      return;
    }
    since = Date.now();
    say(`• ${why}: finishing what runs, then stopping …`);
    setTimeout(() => {
      say('• Stopping takes too long; the rest is cut off.');
      process.exit(1);
    }, STOP_MS).unref();
    starting
      .then((running) => running.stop())
      .then(
        () => {
          say('• Stopped.');
          process.exit(0);
        },
        (error: unknown) => {
          say(`• Stopping failed: ${error instanceof Error ? error.message : error}`);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', () => stop('Interrupted', 130));
  process.on('SIGTERM', () => stop('Asked to stop', 143));
  process.on('SIGHUP', () => stop('The terminal is gone', 129));
  // `npm start` holds the other end of a channel; it closes even when that process is killed without a word.
  process.on('disconnect', () => stop('The starting process is gone', 1));
  // The terminal may be gone before we are; what cannot be said is no reason to break off.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
