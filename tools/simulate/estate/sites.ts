import { randomOf } from '../../../server/sample/random.ts';
import { CLIENTS } from '../../../server/sample/world/clients.ts';
import { guidOf } from './guid.ts';
import type { SimulatedSite } from './types.ts';

const FIRST = 'Amber Blue Cedar Dune Elm Fern Granite Harbour Iris Juniper Kelp Linden Maple North Oak Pebble'.split(
  ' ',
);
const SECOND = 'Bakery Clinic Foundry Law Logistics Motors Partners School Studio Transport'.split(' ');
const DAY = 86_400_000;

/**
 * Sites with the names of the sample MSP's clients, so that a Fettle with the sample finds them again by name; those beyond have names
 * made up of two words.
 */
export function makeSites(count: number, seed: string, at: number): SimulatedSite[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const random = randomOf(`${seed} site ${number}`);
    const client = CLIENTS[index];
    const made = index - CLIENTS.length;
    const name = client?.name ?? madeUpName(made);
    return {
      number,
      uid: guidOf(random),
      name,
      code: client?.code ?? `${name.slice(0, 3).toUpperCase()}${number}`,
      domain: client?.domain ?? `site${number}.example`,
      town: client?.sites[0]?.name ?? 'Head office',
      publicIp: `203.0.113.${(number % 254) + 1}`,
      createdAt: at - random.between(400, 2_000) * DAY,
    };
  });
}

function madeUpName(index: number): string {
  const round = Math.floor(index / (FIRST.length * SECOND.length));
  const words = `${FIRST[index % FIRST.length]} ${SECOND[Math.floor(index / FIRST.length) % SECOND.length]}`;
  return round === 0 ? words : `${words} ${round + 1}`;
}
