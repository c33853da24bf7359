import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { calendarNear, instant } from './calendar/arbitrary.ts';
import { ALWAYS_OPEN, weekdays } from './calendar/types.ts';
import type { Calendar } from './calendar.ts';
import { oracleClock } from './clock/oracle.ts';
import type { CalendarSource, Clock, ClockEvent } from './clock.ts';
import {
  applyClockEvent,
  clockLedger,
  consumedAt,
  dueThresholds,
  explainClock,
  rebuildClock,
  settleClock,
} from './clock.ts';

const office: Calendar = {
  ...ALWAYS_OPEN,
  name: 'Office',
  timeZone: 'Europe/London',
  alwaysOpen: false,
  hours: weekdays('09:00', '17:00'),
};
const calendars: CalendarSource = (id) => (id === 'office' ? office : ALWAYS_OPEN);
const start = (at: string, more: Partial<ClockEvent & { type: 'start' }> = {}): ClockEvent => ({
  type: 'start',
  at,
  target: 'resolution',
  targetSeconds: 4 * 3600,
  calendarId: 'office',
  thresholds: [50, 75, 100],
  ...more,
});
const clockOf = (events: readonly ClockEvent[], now?: string) => rebuildClock(events, calendars, now) as Clock;

describe('the stopwatch', () => {
  it('gives back nothing for a pause from Friday evening to Monday morning', () => {
    const events: ClockEvent[] = [
      start('2026-03-06T16:00:00Z'),
      { type: 'pause', at: '2026-03-06T17:00:00Z', reason: 'client' },
      { type: 'resume', at: '2026-03-09T09:00:00Z' },
    ];
    expect(clockOf(events)).toMatchObject({
      consumedSeconds: 3600,
      dueAt: '2026-03-09T12:00:00.000Z',
      state: 'running',
    });
    expect(clockLedger(events, calendars, '2026-03-09T09:00:00Z').intervals[1]).toMatchObject({
      kind: 'paused',
      seconds: 0,
    });
  });

  it('is in time up to its due second and late in the next', () => {
    const stop = (at: string) => clockOf([start('2026-03-09T09:00:00Z'), { type: 'stop', at }]);
    expect(stop('2026-03-09T13:00:00.900Z')).toMatchObject({ state: 'met', consumedSeconds: 14_400, breachedAt: null });
    expect(stop('2026-03-09T13:00:01Z')).toMatchObject({ state: 'breached', breachedAt: '2026-03-09T13:00:01.000Z' });
  });

  it('remembers a breach through resolving, reopening, a longer target and a new round', () => {
    const late: ClockEvent[] = [start('2026-03-09T09:00:00Z'), { type: 'stop', at: '2026-03-09T14:00:00Z' }];
    const breachedAt = '2026-03-09T13:00:01.000Z';
    expect(clockOf(late)).toMatchObject({ state: 'breached', consumedSeconds: 18_000, breachedAt });
    const reopened: ClockEvent[] = [...late, { type: 'resume', at: '2026-03-10T09:00:00Z' }];
    expect(clockOf(reopened)).toMatchObject({ state: 'breached', dueAt: '2026-03-09T13:00:00.000Z', breachedAt });
    const longer: ClockEvent[] = [
      ...reopened,
      { type: 'retarget', at: '2026-03-10T09:30:00Z', targetSeconds: 360_000 },
    ];
    expect(clockOf(longer)).toMatchObject({ state: 'breached', breachedAt });
    const again: ClockEvent[] = [...reopened, { type: 'reset', at: '2026-03-10T10:00:00Z' }];
    expect(clockOf(again)).toMatchObject({
      state: 'running',
      consumedSeconds: 0,
      dueAt: '2026-03-10T14:00:00.000Z',
      breachedAt,
    });
    expect(clockOf([...again, { type: 'stop', at: '2026-03-10T11:00:00Z' }]).state).toBe('breached');
  });

  it('keeps the time used up when the target or the calendar changes', () => {
    const events: ClockEvent[] = [
      start('2026-03-09T16:00:00Z'),
      { type: 'retarget', at: '2026-03-09T16:30:00Z', targetSeconds: 7200, calendarId: '24x7' },
    ];
    expect(clockOf(events)).toMatchObject({ consumedSeconds: 1800, dueAt: '2026-03-09T18:00:00.000Z' });
    const shorter: ClockEvent[] = [
      start('2026-03-09T09:00:00Z'),
      { type: 'retarget', at: '2026-03-09T11:00:00Z', targetSeconds: 3600 },
    ];
    expect(clockOf(shorter)).toMatchObject({ state: 'breached', breachedAt: '2026-03-09T11:00:00.000Z' });
  });

  it('names each threshold in turn, the breach one second after the deadline', () => {
    let clock = clockOf([start('2026-03-09T09:00:00Z', { thresholds: [120, 50, 75] })]);
    const told: unknown[] = [];
    while (clock.nextThreshold) {
      told.push(clock.nextThreshold);
      clock = applyClockEvent(clock, { type: 'threshold', ...clock.nextThreshold }, calendars) as Clock;
    }
    expect(told).toEqual([
      { percent: 50, at: '2026-03-09T11:00:00.000Z' },
      { percent: 75, at: '2026-03-09T12:00:00.000Z' },
      { percent: 100, at: '2026-03-09T13:00:01.000Z' },
      { percent: 120, at: '2026-03-09T13:48:00.000Z' },
    ]);
    expect(clock.state).toBe('breached');
  });

  it('tells everything that a sleeping sweeper missed, and warns again when more time is given', () => {
    const events: ClockEvent[] = [start('2026-03-09T09:00:00Z')];
    expect(dueThresholds(clockOf(events), '2026-03-09T12:30:00Z', calendars)).toEqual([50, 75]);
    expect(dueThresholds(clockOf(events), '2026-03-10T12:30:00Z', calendars)).toEqual([50, 75, 100]);
    events.push({ type: 'threshold', at: '2026-03-09T12:00:00Z', percent: 75 });
    events.push({ type: 'retarget', at: '2026-03-09T12:00:00Z', targetSeconds: 8 * 3600 });
    expect(clockOf(events).nextThreshold).toEqual({ percent: 50, at: '2026-03-09T13:00:00.000Z' });
  });
});

describe('the explanation', () => {
  it('adds up to the second and answers in one sentence', () => {
    const events: ClockEvent[] = [
      start('2026-03-06T15:00:05Z', { why: 'new', by: 'Jo' }),
      { type: 'mark', at: '2026-03-06T15:30:00Z', why: 'in progress', by: 'Ada' },
      { type: 'pause', at: '2026-03-06T16:30:00Z', reason: 'client', by: 'Ada' },
      { type: 'resume', at: '2026-03-09T10:00:00Z', why: 'in progress' },
    ];
    const explained = explainClock(events, calendars, '2026-03-09T14:00:00Z');
    expect(explained?.arithmetic).toEqual({
      targetSeconds: 14_400,
      ran: [1795, 3600, 14_400],
      consumedSeconds: 19_795,
      leftSeconds: -5395,
      pausedSeconds: 5400,
    });
    expect(explained?.intervals.map(({ kind, why, by }) => [kind, why, by])).toEqual([
      ['ran', 'new', 'Jo'],
      ['ran', 'in progress', 'Ada'],
      ['paused', 'client', 'Ada'],
      ['ran', 'in progress', null],
    ]);
    expect(explained?.sentence).toBe(
      'The resolution target was missed: 5 h 29 min 55 s of 4 h used under "Office"; 1 h 29 min 55 s too much; it was due ' +
        'Mon 9 Mar 2026 12:30:05 (Europe/London); most of it: in progress 5 h, new 29 min 55 s; 1 h 30 min of pauses not ' +
        'counted: client 1 h 30 min.',
    );
  });
});

describe('the explanation of next to nothing', () => {
  it('leaves out what took no working time', () => {
    const told = explainClock(
      [
        start('2026-03-09T07:00:00Z', { why: 'created' }),
        { type: 'pause', at: '2026-03-09T07:30:00Z', reason: 'client' },
        { type: 'resume', at: '2026-03-09T08:00:00Z', why: 'in progress' },
      ],
      calendars,
      '2026-03-09T08:30:00Z',
    );
    expect(told?.intervals.map(({ why, seconds }) => [why, seconds])).toEqual([
      ['created', 0],
      ['client', 0],
      ['in progress', 0],
    ]);
    expect(told?.sentence).toBe(
      'The resolution target is running: 0 s of 4 h used under "Office"; due Mon 9 Mar 2026 13:00 (Europe/London).',
    );
  });
});

describe('against a stopwatch that walks minute by minute', () => {
  const MINUTE = 60_000;
  const change = fc.oneof(
    fc.record({ type: fc.constant('pause' as const), reason: fc.constantFrom('client', 'vendor') }),
    fc.record({ type: fc.constant('resume' as const) }),
    fc.record({ type: fc.constantFrom('stop' as const, 'reset' as const, 'mark' as const, 'cancel' as const) }),
    fc.record({ type: fc.constant('threshold' as const), percent: fc.constant(50) }),
    fc.record({
      type: fc.constant('retarget' as const),
      targetSeconds: fc.integer({ min: 1, max: 1500 }).map((minutes) => minutes * 60),
      calendarId: fc.constantFrom('a', 'b'),
    }),
  );
  const story = instant.chain((near) =>
    fc.record({
      begin: fc.constant(near),
      a: calendarNear(near),
      b: calendarNear(near),
      targetSeconds: fc.integer({ min: 1, max: 2000 }).map((minutes) => minutes * 60),
      steps: fc.array(fc.record({ after: fc.integer({ min: 0, max: 600 }), change }), { maxLength: 12 }),
      rest: fc.integer({ min: 1, max: 900 }),
    }),
  );
  const tell = ({
    begin,
    a,
    b,
    targetSeconds,
    steps,
    rest,
  }: typeof story extends fc.Arbitrary<infer T> ? T : never) => {
    let at = begin;
    const events: ClockEvent[] = [start(new Date(at).toISOString(), { targetSeconds, calendarId: 'a' })];
    for (const step of steps) {
      at += step.after * MINUTE;
      events.push({ ...step.change, at: new Date(at).toISOString() });
    }
    const source: CalendarSource = (id) => (id === 'a' ? a : b);
    return { events, source, now: at + rest * MINUTE };
  };

  it('uses up the same seconds, gives back the same pauses and breaches at the same second', () => {
    fc.assert(
      fc.property(story, (input) => {
        const { events, source, now } = tell(input);
        const iso = new Date(now).toISOString();
        const oracle = oracleClock(events, source, now);
        const explained = explainClock(events, source, iso);
        const { clock, arithmetic } = explained ?? {};
        expect(arithmetic?.consumedSeconds).toBe(oracle?.seconds);
        expect(arithmetic?.pausedSeconds).toBe(oracle?.pausedSeconds);
        expect(clock?.breachedAt ?? null).toBe(
          oracle?.breachedAt == null ? null : new Date(oracle.breachedAt).toISOString(),
        );
        expect(clock?.stoppedAt !== null).toBe(oracle?.over);
        expect(arithmetic?.ran.reduce((sum, seconds) => sum + seconds, 0)).toBe(oracle?.seconds);
      }),
      { numRuns: runs(150) },
    );
  });

  it('comes out the same one by one, all at once, with settling in between, and never runs backwards', () => {
    const shuffled = fc.tuple(story, fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 12, maxLength: 12 }));
    fc.assert(
      fc.property(shuffled, ([input, jitter]) => {
        const { events, source, now } = tell(input);
        const iso = new Date(now).toISOString();
        const jumpy = events.map((event, i) =>
          i === 0
            ? event
            : { ...event, at: new Date(Date.parse(event.at) + (jitter[i % 12] ?? 0) * 1000).toISOString() },
        );
        let one: Clock | null = null;
        let breached: string | null = null;
        for (const event of jumpy) {
          one = applyClockEvent(one, event, source);
          if (one) one = settleClock(one, one.changedAt, source);
          expect(one?.consumedSeconds).toBeGreaterThanOrEqual(0);
          if (breached !== null) expect(one?.breachedAt).toBe(breached);
          breached = one?.breachedAt ?? null;
          if (one && one.stoppedAt !== null && breached !== null) expect(one.state).toBe('breached');
        }
        const settled = one && settleClock(one, iso, source);
        expect(settled).toEqual(rebuildClock(jumpy, source, iso));
        const { clock, intervals } = clockLedger(jumpy, source, iso);
        expect(clock).toEqual(settled);
        intervals.forEach((piece, i) => {
          expect(Date.parse(piece.to)).toBeGreaterThanOrEqual(Date.parse(piece.from));
          if (i > 0) expect(piece.from).toBe(intervals[i - 1]?.to);
        });
        const round = intervals.at(-1)?.round;
        const ran = intervals.filter((piece) => piece.kind === 'ran' && piece.round === round);
        const end = intervals.at(-1)?.to ?? iso;
        expect(ran.reduce((sum, piece) => sum + piece.seconds, 0)).toBe(settled && consumedAt(settled, end, source));
      }),
    );
  });
});
