import { type Calendar, weekdays } from '#kernel/calendar.ts';
import { applyClockEvent, type Clock, type ClockEvent } from '#kernel/clock.ts';
import { EMPTY_TERMS } from '#kernel/service-level.ts';
import type { SimulationView } from '#shared/simulation.ts';
import { Door } from './http.ts';
import type { Running } from './program.ts';
import { median } from './statistics.ts';

/** The number of tickets whose simulation the budget speaks of. */
export const SIMULATED = 100_000;
const MOST_MS = 300_000;
const DAY_MS = 86_400_000;

/** Seconds to judge every ticket there is by a draft and by what is in force, through the API, beside nothing else. */
export async function measureSimulation(program: Running, key: string): Promise<number> {
  const door = new Door(program.address, key, 1);
  const terms = {
    ...EMPTY_TERMS,
    targets: { resolution: { byPriority: [60, 120, 240, 480, 960], calendar: 'always' } },
  };
  const began = performance.now();
  const { id } = await door.json<{ id: string }>('POST', '/service-levels/simulations', {
    draft: { policies: [{ name: 'Bench', terms }] },
    since: '2000-01-01T00:00:00.000Z',
  });
  for (;;) {
    const view = await door.json<SimulationView>('GET', `/service-levels/simulations/${id}`);
    const seconds = (performance.now() - began) / 1000;
    if (view.state === 'failed' || seconds * 1000 > MOST_MS)
      throw new Error(`The simulation ${view.state}: ${view.error}`);
    if (view.state === 'done') {
      door.close();
      return seconds;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Milliseconds to compute the deadline of a ticket that was logged 90 days ago, by office hours with holidays: the middle of many. */
export function measureDeadline(now = Date.now()): number {
  const calendar: Calendar = {
    name: 'Office',
    timeZone: 'Australia/Sydney',
    alwaysOpen: false,
    hours: [...weekdays('08:00', '12:00'), ...weekdays('13:00', '18:00')],
    closedDays: Array.from({ length: 30 }, (_, i) => ({
      date: new Date(now + (i * 11 - 120) * DAY_MS).toISOString().slice(0, 10),
      name: 'Closed',
    })),
  };
  const start: ClockEvent = {
    type: 'start',
    at: new Date(now - 90 * DAY_MS).toISOString(),
    target: 'resolution',
    targetSeconds: 600 * 3600,
    calendarId: 'office',
    thresholds: [50, 75, 90, 100, 120],
  };
  const clock = applyClockEvent(null, start, () => calendar) as Clock;
  const times: number[] = [];
  for (let i = 0; i < 2_000; i++) {
    const at = new Date(now + i * 1_000).toISOString();
    const from = performance.now();
    applyClockEvent(clock, { type: 'retarget', at, targetSeconds: 600 * 3600 + i }, () => calendar);
    times.push(performance.now() - from);
  }
  return median(times);
}

export type ServiceLevelFigures = {
  /** Milliseconds. */
  deadline: number;
  /** Seconds, and for how many tickets; null where the run did not have the size that the budget speaks of. */
  simulation: { tickets: number; seconds: number } | null;
};
