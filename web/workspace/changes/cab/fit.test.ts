import { expect, test } from 'vitest';
import type { MeetingView } from '#shared/cab.ts';
import { tooLong } from './fit.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const meeting = (outcomes: readonly ('approved' | null)[], more: Partial<MeetingView> = {}) => ({
  ...{ minutes: 15, itemSeconds: 300, begunAt: null, state: 'planned' as const },
  agenda: outcomes.map((outcome) => ({ outcome })) as unknown as MeetingView['agenda'],
  ...more,
});

test('an agenda that fits says nothing, and one that does not says how long each change may take', () => {
  expect(tooLong(meeting([null, null, null]), NOW)).toBeNull();
  expect(tooLong(meeting([]), NOW)).toBeNull();
  expect(tooLong(meeting(Array(6).fill(null)), NOW)).toEqual({ open: 6, needs: 1800, has: 900, each: 150 });
  // Divided evenly it fits.
  expect(tooLong(meeting(Array(6).fill(null), { itemSeconds: 150 }), NOW)).toBeNull();
});

test('while a meeting is on what is decided and the time that is gone count no more', () => {
  const running = { state: 'running', begunAt: '2026-11-30T09:50:00Z' } as const;
  expect(tooLong(meeting(['approved', 'approved', null], running), NOW)).toBeNull();
  expect(tooLong(meeting(['approved', null, null, null], running), NOW)).toMatchObject({
    open: 3,
    has: 300,
    each: 100,
  });
  const over = { ...running, begunAt: '2026-11-30T09:00:00Z' };
  expect(tooLong(meeting([null], over), NOW)).toMatchObject({ has: 0, each: null });
  expect(tooLong(meeting([null], { ...over, state: 'closed' }), NOW)).toBeNull();
});
