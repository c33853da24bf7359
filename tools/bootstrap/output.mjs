/** A step of the bootstrap failed in a way that a person can mend; the message says how. */
export class StepError extends Error {}

/** One line for the person at the terminal. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Announces a step, runs it while a terminal shows the seconds, and says how long it took. */
export async function step(title, work) {
  const from = Date.now();
  const seconds = () => (Date.now() - from) / 1000;
  const { isTTY } = process.stderr;
  process.stderr.write(`• ${title} …${isTTY ? '' : '\n'}`);
  const ticker = isTTY && setInterval(() => process.stderr.write(`\r• ${title} … ${Math.round(seconds())} s`), 1000);
  try {
    const result = await work();
    say(isTTY ? `\r• ${title}: done in ${seconds().toFixed(1)} s` : `  done in ${seconds().toFixed(1)} s`);
    return result;
  } catch (error) {
    if (isTTY) say('');
    throw error;
  } finally {
    if (ticker) clearInterval(ticker);
  }
}
