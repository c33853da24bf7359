import { expect, test } from 'vitest';
import type { BoardClock } from '#shared/sla-board.ts';
import { countdown, untilNextDue } from './countdown.ts';

test.each([
  [0, '0:00:00'],
  [59, '0:00:59'],
  [3_723, '1:02:03'],
  [-299, '−0:04:59'],
  [183_845, '2d 03:04:05'],
])('%d seconds ahead read as %s', (seconds, text) => expect(countdown(seconds * 1000, 0)).toBe(text));

test('the board is read again when the next running clock falls due', () => {
  const clock = (state: BoardClock['state'], dueAt: string | null) => ({ state, dueAt }) as BoardClock;
  const now = Date.parse('2026-11-24T10:00:00.000Z');
  const clocks = [
    clock('breached', '2026-11-24T09:00:00.000Z'),
    clock('paused', '2026-11-24T10:00:01.000Z'),
    clock('running', '2026-11-24T10:02:00.000Z'),
    clock('running', '2026-11-24T10:01:00.000Z'),
    clock('running', null),
  ];
  expect(untilNextDue(clocks, now)).toBe(60_000);
  expect(untilNextDue([], now)).toBeNull();
});
