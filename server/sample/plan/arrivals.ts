import { isOpenAt, wallClock } from '#kernel/calendar.ts';
import { randomOf } from '../random.ts';
import { SCENARIOS } from '../scenario/index.ts';
import type { Scenario } from '../scenario/types.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import type { Hours } from './hours.ts';
import type { Arrival } from './ordinary.ts';

const DAY = 86_400_000;
/** How busy each hour of a working day is, midnight first. */
const BY_HOUR = [
  0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.06, 0.25, 0.75, 1, 0.95, 0.8, 0.5, 0.75, 0.85, 0.75, 0.6, 0.3, 0.1, 0.06, 0.05,
  0.04, 0.02, 0.01,
];
/** Machines fail at night, when backups and patches run. */
const BY_NIGHT = [
  0.7, 0.8, 1, 1, 0.9, 0.7, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.5, 0.5, 0.6, 0.8, 0.9, 0.8,
];

/** Which scenarios can happen at a client. */
export function scenariosFor(client: ClientSpec): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => {
    if (scenario.language && scenario.language !== client.language) return false;
    return scenario.fits?.(client) ?? true;
  });
}

/** How likely something comes at this instant, 0 to 1. */
function chanceAt(client: ClientSpec, scenario: Scenario, at: number, hours: Hours): number {
  const clock = wallClock(client.timeZone, at);
  const hour = Number(clock.slice(11, 13));
  if (scenario.source) return BY_NIGHT[hour] ?? 0;
  const busy = BY_HOUR[hour] ?? 0;
  const weekday = new Date(`${clock.slice(0, 10)}T00:00:00Z`).getUTCDay();
  if (client.hours === 'always') return Math.max(busy * (weekday === 0 || weekday === 6 ? 0.5 : 1), 0.12);
  if (!isOpenAt(hours.ofPeople(client), at)) return busy * 0.04;
  return busy * (weekday === 1 ? 1.25 : 1) * 0.8;
}

/** What comes in over the ninety days before `endsAt`, except for the last hours, which are told on purpose. */
export function arrivals(
  count: number,
  clients: readonly ClientSpec[],
  endsAt: number,
  quietMs: number,
  hours: Hours,
): Arrival[] {
  const first = endsAt - 90 * DAY;
  const last = endsAt - quietMs;
  return Array.from({ length: count }, (_, index) => {
    const name = `ordinary ${index}`;
    const random = randomOf(`arrival ${index}`);
    const client = random.weighted(clients, ({ people }) => people + 2);
    const scenario = random.weighted(scenariosFor(client), ({ weight }) => weight);
    for (;;) {
      const at = random.between(first, last);
      if (random.chance(chanceAt(client, scenario, at, hours))) return { name, client, scenario, at };
    }
  });
}
