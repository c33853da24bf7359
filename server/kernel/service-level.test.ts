import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '#tests/runs.ts';
import { ZONES } from './calendar/arbitrary.ts';
import type { Calendar } from './calendar.ts';
import { businessSecondsBetween } from './calendar.ts';
import { clockLedger, consumedAt, settleClock } from './clock.ts';
import { type Story, story, TARGETS } from './service-level/arbitrary.ts';
import { sceneOf } from './service-level/scene.ts';
import { Stage } from './service-level/stage.ts';
import { verdicts } from './service-level/verdicts.ts';
import type { Moment, Slot } from './service-level.ts';
import { replay, step } from './service-level.ts';

const stage = new Stage(20_261_127);
const sceneIn = (told: Story) => sceneOf(stage, told);

describe("a ticket's service levels against a walk minute by minute", () => {
  it('are played on calendars of at least thirty zones, most with several stretches a day and closed days', () => {
    const calendars = Array.from({ length: Stage.weeks }, (_, week) =>
      Array.from({ length: Stage.perWeek }, (_unused, index) => stage.calendar(week, index)),
    ).flat();
    expect(new Set(calendars.map(({ timeZone }) => timeZone)).size).toBe(ZONES.length);
    const share = (has: (calendar: Calendar) => boolean) => calendars.filter(has).length / calendars.length;
    const several = ({ hours }: Calendar) =>
      hours.some(({ weekday }, i) => hours.findIndex((other) => other.weekday === weekday) < i);
    expect(share(several)).toBeGreaterThan(0.5);
    expect(share(({ closedDays }) => closedDays.length > 0)).toBeGreaterThan(0.5);
  });

  it('agree for every target', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { engine, oracle } = verdicts(sceneIn(told));
        expect(engine).toEqual(oracle);
      }),
      { numRuns: runs(4_000) },
    );
  });
});

describe('whatever happens to a ticket', () => {
  it('is the same moment by moment, stored in between, and all at once', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { moments, calendars, asking } = sceneIn(told);
        const slots = new Map<string, Slot>();
        for (const moment of moments)
          for (const { target, slot } of step(slots, moment, calendars, asking))
            slots.set(target, JSON.parse(JSON.stringify(slot)));
        for (const [target, { history: _, ...slot }] of replay(moments, calendars, asking))
          expect(slots.get(target)).toEqual(slot);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('never writes a breach anew, however often it is looked at', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { moments, calendars, asking } = sceneIn(told);
        const slots = new Map<string, Slot>();
        const breaches = new Map<string, string>();
        for (const moment of moments) {
          for (const [target, slot] of slots)
            slots.set(target, { ...slot, clock: settleClock(slot.clock, moment.at, calendars) });
          for (const { target, slot } of step(slots, moment, calendars, asking)) slots.set(target, slot);
          for (const [target, { clock }] of slots) {
            const known = breaches.get(target);
            if (known) expect(clock.breachedAt).toBe(known);
            if (clock.breachedAt) breaches.set(target, clock.breachedAt);
            if (clock.breachedAt && clock.stoppedAt) expect(clock.state).toBe('breached');
          }
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('gives or takes no time where the machine clock is set back', () => {
    const jitter = fc.array(fc.integer({ min: -86_400, max: 3_600 }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(story, jitter, (told, seconds) => {
        // One calendar for all, so that what ran and what waited add up to what it was open.
        const only = [told.calendars[0] ?? 0, told.calendars[0] ?? 0, told.calendars[0] ?? 0];
        const { moments, calendars, asking } = sceneIn({ ...told, calendars: only });
        const jumpy = moments.map(
          (moment, i): Moment => ({
            ...moment,
            at: i === 0 ? moment.at : new Date(Date.parse(moment.at) + (seconds[i] ?? 0) * 1000).toISOString(),
          }),
        );
        for (const { history } of replay(jumpy, calendars, asking).values()) {
          const end = jumpy.at(-1)?.at ?? '';
          const { intervals } = clockLedger(history, calendars, end);
          const [first, last] = [intervals[0], intervals.at(-1)];
          const sum = intervals.reduce((total, interval) => total + interval.seconds, 0);
          const open = businessSecondsBetween(
            calendars('0'),
            Date.parse(first?.from ?? ''),
            Date.parse(last?.to ?? ''),
          );
          expect(sum).toBe(open);
          for (const { from, to } of intervals) expect(Date.parse(to)).toBeGreaterThanOrEqual(Date.parse(from));
        }
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('counts no time between simultaneous moments, and the order of two targets held then is all one', () => {
    const pair = fc.shuffledSubarray(TARGETS, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(story, pair, (told, [one, other]) => {
        const { moments, calendars, asking } = sceneIn(told);
        const last = moments.at(-1) as Moment;
        const same = { at: last.at, by: 'Ada', after: last.after, promise: last.promise };
        const hold = (target = ''): Moment => ({ ...same, type: 'held', target, reason: 'agreed' });
        const release = (target = ''): Moment => ({ ...same, type: 'released', target });
        const clocks = (more: readonly Moment[]) =>
          Object.fromEntries(
            [...replay([...moments, ...more], calendars, asking, last.at)].map(([target, { clock, held }]) => {
              const { state, dueAt, breachedAt, pauseReason } = clock;
              return [
                target,
                { state, dueAt, breachedAt, pauseReason, held, used: consumedAt(clock, last.at, calendars) },
              ];
            }),
          );
        expect(clocks([hold(one), hold(other)])).toEqual(clocks([hold(other), hold(one)]));
        const held = replay(moments, calendars, asking).get(one ?? '')?.held ?? null;
        if (held === null) expect(clocks([hold(one), release(one)])).toEqual(clocks([]));
      }),
      { numRuns: runs(1_000) },
    );
  });
});
