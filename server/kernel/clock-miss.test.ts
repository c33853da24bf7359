import { expect, test } from 'vitest';
import { ALWAYS_OPEN, type Calendar, closedStretches, weekdays } from './calendar.ts';
import {
  type CalendarSource,
  type ClockEvent,
  explainClock,
  explainMiss,
  type Stage,
  thresholdMarks,
} from './clock.ts';

const office: Calendar = {
  ...ALWAYS_OPEN,
  timeZone: 'Europe/London',
  alwaysOpen: false,
  hours: weekdays('09:00', '17:00'),
  closedDays: [{ date: '2026-03-10', name: 'Founders’ Day' }],
};
const calendars: CalendarSource = () => office;
/** Friday. */
const begin: ClockEvent = {
  type: 'start',
  at: '2026-03-06T15:00:00Z',
  target: 'resolution',
  targetSeconds: 4 * 3600,
  calendarId: 'office',
  thresholds: [50],
};
const stage = (at: string, status: string, team: string | null, assignee: string | null): Stage => ({
  at: `2026-03-${at}:00Z`,
  status,
  team,
  assignee,
});
const missOf = (events: readonly ClockEvent[], stages: readonly Stage[], now: string) => {
  const told = explainClock(events, calendars, now);
  return explainMiss(told?.intervals ?? [], told?.clock.breachedAt ?? '', stages, calendars);
};

test('why it was missed: where the working time went, in whose hands, and what did not count', () => {
  const events: ClockEvent[] = [
    begin,
    { type: 'pause', at: '2026-03-09T10:00:00Z', reason: 'client', why: 'waits for client' },
    { type: 'resume', at: '2026-03-09T12:00:00Z' },
    { type: 'stop', at: '2026-03-09T16:30:00Z' },
  ];
  const stages = [
    stage('06T15:00', 'New', 'Service desk', null),
    stage('09T09:30', 'In progress', 'Service desk', 'Tom'),
    stage('09T16:00', 'In progress', 'Network', 'Nia'),
  ];
  const miss = missOf(events, stages, '2026-03-12T12:00:00Z');
  expect(miss.contributors.map(({ assignee, seconds }) => [assignee, seconds / 60])).toEqual([
    ['Tom', 30 + 240],
    [null, 120 + 30],
    ['Nia', 30],
  ]);
  expect(miss.contributors.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(miss.usedSeconds);
  expect(miss.sentence).toBe(
    'Missed by 3 h 30 min: 7 h 30 min of working time went by where 4 h was promised, namely 4 h 30 min “In progress” with Tom of Service desk; 2 h 30 min “New” with Service desk, nobody assigned; and 30 min “In progress” with Nia of Network; not counted: 2 h (waits for client).',
  );
});

test('the minutes of the parts make those of the sum, though each part has seconds besides', () => {
  const events: ClockEvent[] = [
    { ...begin, at: '2026-03-09T09:00:00Z' } as ClockEvent,
    { type: 'stop', at: '2026-03-09T15:00:50Z' },
  ];
  const stages = [
    stage('09T09:00', 'New', null, null),
    { ...stage('09T12:00', 'Assigned', null, 'Tom'), at: '2026-03-09T12:00:30Z' },
  ];
  expect(missOf(events, stages, '2026-03-09T16:30:00Z').sentence).toBe(
    'Missed by 2 h: 6 h of working time went by where 4 h was promised, namely 3 h “New” with nobody assigned and 3 h “Assigned” with Tom.',
  );
  const longer: ClockEvent[] = [events[0] as ClockEvent, { type: 'stop', at: '2026-03-09T15:01:10Z' }];
  expect(missOf(longer, stages, '2026-03-09T16:30:00Z').sentence).toContain(
    '6 h 1 min of working time went by where 4 h was promised, namely 3 h 1 min “Assigned” with Tom and 3 h “New” with nobody assigned.',
  );
});

test('of several rounds, the one that was missed is told', () => {
  const events: ClockEvent[] = [
    { ...begin, at: '2026-03-09T09:00:00Z' } as ClockEvent,
    { type: 'reset', at: '2026-03-09T15:00:00Z' },
    { type: 'stop', at: '2026-03-09T16:00:00Z' },
  ];
  const miss = missOf(events, [stage('09T09:00', 'New', null, null)], '2026-03-09T16:30:00Z');
  expect(miss.usedSeconds).toBe(6 * 3600);
  expect(miss.sentence).toBe(
    'Missed by 2 h: 6 h of working time went by where 4 h was promised, namely 6 h “New” with nobody assigned.',
  );
});

test('a target that became shorter on the way is said to have been longer, and why', () => {
  const events: ClockEvent[] = [
    { ...begin, at: '2026-03-09T09:00:00Z' } as ClockEvent,
    { type: 'retarget', at: '2026-03-09T11:30:00Z', targetSeconds: 60, why: 'priority P3 → P1', by: 'Tom' },
    { type: 'stop', at: '2026-03-09T11:32:40Z' },
  ];
  expect(missOf(events, [stage('09T09:00', 'New', null, null)], '2026-03-09T16:30:00Z').sentence).toBe(
    'Missed by 2 h 31 min: 2 h 32 min of working time went by where 1 min was promised, namely 2 h 32 min “New” with nobody assigned; 4 h was promised before (priority P3 → P1).',
  );
});

test('a last round that was kept is said to be, and that an earlier one was missed and when', () => {
  const events: ClockEvent[] = [
    { ...begin, target: 'next_update' } as ClockEvent,
    { type: 'reset', at: '2026-03-09T12:00:00Z' },
    { type: 'stop', at: '2026-03-09T12:30:00Z' },
  ];
  expect(explainClock(events, calendars, '2026-03-09T16:30:00Z')?.sentence).toMatch(
    /^The next update target was kept in its last round, which ended on Mon 9 Mar 2026 12:30 \(Europe\/London\): 30 min of 4 h used under "24 × 7"; an earlier round was missed on Mon 9 Mar 2026 11:00:01 \(Europe\/London\)\.$/,
  );
  const again = explainClock(
    [...events, { type: 'resume', at: '2026-03-09T13:00:00Z' }],
    calendars,
    '2026-03-09T13:30:00Z',
  );
  expect(again?.sentence).toMatch(
    /^The next update target is running: 1 h of 4 h used .*; an earlier round was missed/,
  );
});

test('thresholds that were acted on say when, also after another target; those still to come follow it', () => {
  const events: ClockEvent[] = [
    { ...begin, thresholds: [25, 50, 75] } as ClockEvent,
    { type: 'threshold', at: '2026-03-06T16:00:02Z', percent: 25 },
    { type: 'retarget', at: '2026-03-06T16:30:00Z', targetSeconds: 2 * 3600 },
    { type: 'threshold', at: '2026-03-06T16:30:01Z', percent: 50 },
    { type: 'threshold', at: '2026-03-06T16:30:01Z', percent: 75 },
  ];
  const told = explainClock(events, calendars, '2026-03-06T16:45:00Z');
  expect(told && thresholdMarks(told.clock, told.intervals, calendars, events)).toEqual([
    { percent: 25, at: '2026-03-06T16:00:02Z', passed: true },
    { percent: 50, at: '2026-03-06T16:30:01Z', passed: true },
    { percent: 75, at: '2026-03-06T16:30:01Z', passed: true },
    { percent: 100, at: '2026-03-06T17:00:00.000Z', passed: false },
  ]);
});

test('thresholds say when they were reached, and will be while the clock runs', () => {
  const told = explainClock([begin], calendars, '2026-03-09T10:00:00Z');
  const marks = told && thresholdMarks(told.clock, told.intervals, calendars, [begin]);
  expect(marks).toEqual([
    { percent: 50, at: '2026-03-06T17:00:00.000Z', passed: true },
    { percent: 100, at: '2026-03-09T11:00:00.000Z', passed: false },
  ]);
  const waits: ClockEvent[] = [begin, { type: 'pause', at: '2026-03-09T09:30:00Z', reason: 'client' }];
  const paused = explainClock(waits, calendars, '2026-03-09T10:00:00Z');
  expect(paused && thresholdMarks(paused.clock, paused.intervals, calendars, waits)[1]).toMatchObject({ at: null });
});

test('closed stretches are what is not open, with the closed days in them', () => {
  const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);
  expect(closedStretches(office, at('09T16:00'), at('11T10:00'))).toEqual([
    { from: at('09T17:00'), to: at('11T09:00'), days: ['Founders’ Day'] },
  ]);
  expect(closedStretches(ALWAYS_OPEN, at('09T16:00'), at('11T10:00'))).toEqual([]);
  expect(closedStretches(office, at('10T10:00'), at('10T12:00'))).toHaveLength(1);
});
