import { expect, test } from 'vitest';
import type { ClockSummary } from '#shared/ticket.ts';
import { clockFace, clockWords } from './clock.ts';

const now = Date.parse('2026-11-24T10:00:00.000Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const clock = (part: Partial<ClockSummary>): ClockSummary => ({
  target: 'resolution',
  state: 'running',
  targetSeconds: 7_200,
  consumedSeconds: 0,
  runningSince: at(-60),
  dueAt: at(60),
  atRiskAt: at(36),
  breachedAt: null,
  stoppedAt: null,
  pauseReason: null,
  ...part,
});

test('a running clock empties towards its deadline', () => {
  expect(clockFace(clock({}), now)).toEqual({ tone: 'calm', left: 0.5, seconds: 3_600 });
  expect(clockFace(clock({}), now + 40 * 60_000).tone).toBe('risk');
  expect(clockFace(clock({}), now + 61 * 60_000)).toEqual({ tone: 'breached', left: 0, seconds: -60 });
});

test('what was used before a pause stays used', () => {
  expect(clockFace(clock({ consumedSeconds: 3_600, runningSince: at(0) }), now).left).toBe(0.5);
  const paused = clockFace(clock({ state: 'paused', consumedSeconds: 1_800, runningSince: null, dueAt: null }), now);
  expect(paused).toEqual({ tone: 'paused', left: 0.75, seconds: 5_400 });
  expect(clockWords(paused, 'resolution', '1h 30m')).toBe('Resolution: paused with 1h 30m left');
});

test('a stopped clock counts no further', () => {
  expect(clockFace(clock({ state: 'met', stoppedAt: at(-5) }), now).tone).toBe('met');
  expect(clockFace(clock({ state: 'breached', stoppedAt: at(-5) }), now)).toEqual({
    tone: 'missed',
    left: 0,
    seconds: null,
  });
  expect(clockFace(clock({ state: 'cancelled' }), now).tone).toBe('none');
});
