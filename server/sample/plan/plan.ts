import { randomOf } from '../random.ts';
import { CLIENTS } from '../world/clients.ts';
import { arrivals } from './arrivals.ts';
import { Hours } from './hours.ts';
import { type Arrival, tell } from './ordinary.ts';
import { isInHand } from './standing.ts';
import { type Bundle, type NumberedBundle, ticketsIn } from './story.ts';
import { today } from './today.ts';
import { troubles } from './troubles.ts';

export type PlanSize = { clients?: number; tickets?: number };
export type Plan = {
  /** What is written first, first. */
  bundles: NumberedBundle[];
  tickets: number;
  /** Numbers that each client needs, by its code. */
  numbers: ReadonlyMap<string, number>;
};

/** Tickets of the full sample. */
const TICKETS = 2_000;
/** The share of what is late that is left so. */
const LEFT_LYING = 0.12;
/** The last hours hold what the desk looks like now; they are told on purpose and not left to chance. */
const NOW_MS = 9 * 3_600_000;

/**
 * The whole story of the sample up to an instant, without writing anything. The same instant gives the same story, whatever the
 * machine. What happens today comes first and the oldest last, while each client's numbers follow the time of creation.
 */
export async function planSample(
  endsAt: string,
  { clients = CLIENTS.length, tickets = TICKETS }: PlanSize = {},
): Promise<Plan> {
  const { publicHolidays } = await import('#kernel/holidays.ts');
  const ends = Date.parse(endsAt);
  const hours = new Hours(ends, (place, year) => publicHolidays(place, year));
  const chosen = CLIENTS.slice(0, clients);
  const now = today(chosen, ends, hours);
  const past = troubles(chosen, ends, hours);
  const already = [...now, ...past].reduce((sum, bundle) => sum + ticketsIn(bundle), 0);
  const before = arrivals(Math.max(0, tickets - already), chosen, ends, NOW_MS, hours).map((arrival) =>
    ordinary(arrival, hours, ends),
  );
  return numbered([...now, ...past, ...before]);
}

/** How fast work goes where it must, as against how it goes by itself. */
const HURRIED = [1, 0.4, 0.15];

/** What would be late by now is mostly done sooner; a few lie, as they do anywhere. */
function ordinary(arrival: Arrival, hours: Hours, until: number): Bundle {
  const good = (bundle: Bundle) => isInHand(bundle, arrival.client, hours, until);
  const bundle = tell(arrival, { hours, until });
  if (good(bundle) || randomOf(`${arrival.name} lies`).chance(LEFT_LYING)) return bundle;
  for (const drag of HURRIED) {
    const sooner = tell(arrival, { hours, until, drag });
    if (good(sooner)) return sooner;
  }
  return tell(arrival, { hours, until, drag: HURRIED.at(-1) ?? 1, milder: true });
}

function numbered(bundles: readonly Bundle[]): Plan {
  const numbers = new Map<string, number>();
  const found = new Map<Bundle, number[]>(bundles.map((bundle) => [bundle, []]));
  const creations = bundles.flatMap((bundle) =>
    bundle.acts.filter((act) => act.do === 'create').map((act) => ({ bundle, at: act.at, ticket: act.ticket })),
  );
  for (const { bundle, ticket } of creations.toSorted(
    (a, b) => a.at.localeCompare(b.at) || a.bundle.name.localeCompare(b.bundle.name) || a.ticket - b.ticket,
  )) {
    const number = (numbers.get(bundle.client) ?? 0) + 1;
    numbers.set(bundle.client, number);
    (found.get(bundle) as number[])[ticket] = number;
  }
  const lastAct = ({ acts }: Bundle) => acts.at(-1)?.at ?? '';
  const ordered = bundles.toSorted((a, b) => lastAct(b).localeCompare(lastAct(a)) || a.name.localeCompare(b.name));
  return {
    bundles: ordered.map((bundle) => ({ ...bundle, numbers: found.get(bundle) ?? [] })),
    tickets: creations.length,
    numbers,
  };
}
