import { randomOf } from '../random.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { duplicates } from './duplicates.ts';
import type { Hours } from './hours.ts';
import { later } from './hours.ts';
import { outage } from './outage.ts';
import type { Bundle } from './story.ts';

const DAY = 86_400_000;

/** Outages and double reports of the past weeks, at working times of the client. */
export function troubles(clients: readonly ClientSpec[], endsAt: number, hours: Hours): Bundle[] {
  const large = clients.filter(({ people }) => people >= 8);
  const share = Math.min(1, clients.length / 20);
  const random = randomOf('troubles');
  const outages = Array.from({ length: Math.round(5 * share) }, (_, index) => {
    const client = random.pick(large);
    const at = later(hours.ofPeople(client), endsAt - (9 + index * 16) * DAY, random.between(30, 300));
    return outage(`outage ${index}`, client, at, hours, endsAt);
  });
  const twice = Array.from({ length: Math.round(14 * share) }, (_, index) => {
    const at = later(hours.ofPeople(clients[0] as ClientSpec), endsAt - (2 + index * 6) * DAY, random.between(20, 400));
    return duplicates(`duplicate ${index}`, 1, clients, at, hours, endsAt);
  }).flat();
  return [...outages, ...twice];
}
