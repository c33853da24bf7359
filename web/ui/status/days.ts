import type { ServiceStatus } from '#shared/announcement.ts';
import { SERVICE_STATES, type ServiceState, STATUS_DAYS } from '#shared/announcement-words.ts';

const DAY_MS = 86_400_000;

export type Day = { day: string; state: ServiceState };

/** How a service was on each of the last 90 days (of UTC), the worst of the day; the oldest first. */
export function daysOf(past: ServiceStatus['past'], now: number): Day[] {
  const today = Math.floor(now / DAY_MS);
  return Array.from({ length: STATUS_DAYS }, (_, index) => {
    const from = (today - STATUS_DAYS + 1 + index) * DAY_MS;
    const states = past
      .filter(
        ({ fromAt, untilAt }) => Date.parse(fromAt) < from + DAY_MS && (untilAt === null || Date.parse(untilAt) > from),
      )
      .map(({ state }) => SERVICE_STATES.indexOf(state));
    return {
      day: new Date(from).toISOString().slice(0, 10),
      state: SERVICE_STATES[Math.max(0, ...states)] ?? 'operational',
    };
  });
}

/** On how many of them something was wrong that nobody had planned. */
export const troubledDays = (days: readonly Day[]): number =>
  days.filter(({ state }) => state === 'degraded' || state === 'outage').length;
