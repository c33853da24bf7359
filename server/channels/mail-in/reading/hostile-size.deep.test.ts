import { expect, test } from 'vitest';
import { readBytes } from './corpus/read-corpus.ts';
import { HOSTILE_HTML, HOSTILE_TEXTS } from './hostile-size.ts';
import { forwardOf, newPartOf } from './index.ts';

/** Below what is shown and read at most, so that nothing is cut and the whole cost is seen. */
const [SMALL, LARGE] = [45_000, 180_000];
/** Four times as much may take four times as long, and some more for what a machine does besides; with the square it were sixteen times. */
const MOST_GROWTH = 11;
const ROUNDS = 5;
/** Milliseconds below which nothing is told apart. */
const NOTHING = 25;

async function fastest(type: string, body: string): Promise<number> {
  const bytes = Buffer.from(
    `From: Jo <jo@a.example>\r\nSubject: Re: Fwd: x\r\nIn-Reply-To: <a@b.example>\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`,
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    const mail = await readBytes(bytes);
    newPartOf({ ...mail, subject: 'Re: x' }, ['Please write your answer above this line']);
    forwardOf(mail);
    times.push(performance.now() - from);
  }
  return Math.min(...times);
}

const cases = [
  ...Object.entries(HOSTILE_TEXTS).map(([name, make]) => ['text/plain', name, make] as const),
  ...Object.entries(HOSTILE_HTML).map(([name, make]) => ['text/html', name, make] as const),
];

test.each(cases)('%s of %s takes no more than in proportion', async (type, _name, make) => {
  const small = await fastest(type, make(SMALL));
  const large = await fastest(type, make(LARGE));
  if (large > NOTHING) expect(large / small).toBeLessThan(MOST_GROWTH);
});
