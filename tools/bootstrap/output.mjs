/** A step of the bootstrap failed in a way that a person can mend; the message says how. */
export class StepError extends Error {}

/** One line for the person at the terminal. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Announces a step, runs it, and says how long it took. */
export async function step(title, work) {
  const from = Date.now();
  say(`• ${title} …`);
  const result = await work();
  say(`  done in ${((Date.now() - from) / 1000).toFixed(1)} s`);
  return result;
}
