import { type Loose, type ProviderOptions, textOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import type { Calls } from './calls.ts';
import { issuesOf } from './issues.ts';
import { placesOf } from './places.ts';
import { sitesIn } from './sites.ts';

const PLACES_LAST_MS = 600_000;
/** In a storm many messages are of one customer: its issues are read once for those that come together. */
const ISSUES_LAST_MS = 15_000;

/** What a message names: the customer by its name or number at the PSA, the device, and what is wrong with it. */
type Named = { readonly customer: string; readonly device: string; readonly condition: string };

/** By what an issue is looked for that a message only names; null where it names no device. */
export function namedId({ site, device, condition }: AlertReading): string | null {
  if (site === null || device?.hostname === undefined) return null;
  return ['named', site, device.hostname, condition].map(encodeURIComponent).join(':');
}

function namedIn(id: string): Named | null {
  const [kind, customer, device, condition, ...rest] = id.split(':').map(decodeURIComponent);
  if (kind !== 'named' || customer === undefined || device === undefined || condition === undefined) return null;
  return rest.length > 0 ? null : { customer, device, condition };
}

/** Finds the active issues that messages name; null for what is none any more, or not yet. */
export function openFinder(calls: Calls, options: ProviderOptions, zone: string) {
  const remember = remembering(options.now);
  const issuesAt = (place: string) =>
    remember(`issues ${place}`, ISSUES_LAST_MS, async () => {
      const found: AlertReading[] = [];
      for await (const alerts of issuesOf(calls, options, zone, place)) found.push(...alerts);
      return found;
    });
  return async (id: string): Promise<AlertReading | null> => {
    const named = namedIn(id);
    if (named === null) return null;
    const places = await remember('places', PLACES_LAST_MS, () => placesOf(calls));
    for (const place of within(named.customer, places.customers, places.sites)) {
      const found = (await issuesAt(place)).find(
        ({ device, condition }) => isSame(device?.hostname ?? '', named.device) && isSame(condition, named.condition),
      );
      if (found) return found;
    }
    return null;
  };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The customers that are called so, and the sites below them. */
function within(name: string, customers: readonly Loose[], sites: readonly Loose[]): string[] {
  const own = customers.filter((one) =>
    [one['externalId'], one['customerName'], one['orgUnitName'], one['customerId']].some((value) =>
      isSame(textOf(value) ?? '', name),
    ),
  );
  const ids = sitesIn(own, []).map(({ externalId }) => externalId);
  const below = sites.filter((site) => ids.includes(textOf(site['customerId']) ?? textOf(site['parentId']) ?? ''));
  return sitesIn(own, below).map(({ externalId }) => externalId);
}

/** Does work again only when its last result is older than it may be. */
function remembering(now: () => number) {
  const known = new Map<string, { readonly at: number; readonly result: Promise<unknown> }>();
  return <R>(key: string, lastsMs: number, work: () => Promise<R>): Promise<R> => {
    const before = known.get(key);
    if (before && now() - before.at < lastsMs) return before.result as Promise<R>;
    const result = work();
    known.set(key, { at: now(), result });
    result.catch(() => known.delete(key));
    return result;
  };
}
