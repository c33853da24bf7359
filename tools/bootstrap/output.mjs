/** A step of the bootstrap failed in a way that a person can mend; the message says how. */
export class StepError extends Error {}

/** One line for the person at the terminal. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** How often a long step shows that it goes on: on a terminal in its own line, elsewhere in a new one. */
const TICK_MS = { terminal: 1_000, elsewhere: 10_000 };

/** Announces a step, runs it while the seconds are shown, and says how long it took. */
export async function step(title, work) {
  const from = Date.now();
  const seconds = () => (Date.now() - from) / 1000;
  const { isTTY } = process.stderr;
  process.stderr.write(`• ${title} …${isTTY ? '' : '\n'}`);
  const tick = () => {
    const so = `${Math.round(seconds())} s`;
    process.stderr.write(isTTY ? `\r• ${title} … ${so}` : `  ${so} …\n`);
  };
  const ticker = setInterval(tick, isTTY ? TICK_MS.terminal : TICK_MS.elsewhere);
  try {
    const result = await work();
    say(isTTY ? `\r• ${title}: done in ${seconds().toFixed(1)} s` : `  done in ${seconds().toFixed(1)} s`);
    return result;
  } catch (error) {
    if (isTTY) say('');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
