import { expect, test } from 'vitest';
import { tellLoad } from './tell.ts';

function told(before: number, reached: readonly number[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const telling = tellLoad(
    (line) => lines.push(line),
    { clients: 40, tickets: 2_012, before },
    () => now,
  );
  for (const done of reached) telling.reached(done);
  now = 92_300;
  telling.complete();
  return lines;
}

test('the terminal hears of the beginning, of each quarter once, and of the end with its counts and time', () => {
  const steps = Array.from({ length: 503 }, (_, index) => (index + 1) * 4);
  expect(told(0, steps)).toEqual([
    '• Loading the sample MSP in the background: 40 clients and 2,012 tickets, the newest first. You can begin meanwhile …',
    '  the sample MSP: 504 of 2,012 tickets …',
    '  the sample MSP: 1,008 of 2,012 tickets …',
    '  the sample MSP: 1,512 of 2,012 tickets …',
    '• The sample MSP is complete: 40 clients and 2,012 tickets, in 92 s.',
  ]);
});

test('a load that goes on says so, and does not tell again what was reached before', () => {
  expect(told(1_100, [1_104, 1_600, 2_012])).toEqual([
    '• The sample MSP goes on loading in the background: 1,100 of 2,012 tickets are there …',
    '  the sample MSP: 1,600 of 2,012 tickets …',
    '• The sample MSP is complete: 40 clients and 2,012 tickets, in 92 s.',
  ]);
});
