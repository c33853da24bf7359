import type { Stretch } from '../on-call.ts';
import type { Dependence } from './dependence.ts';
import { timesOf } from './period-times.ts';
import type { ItemOfChange, Period, Planned } from './schedule-types.ts';
import { united } from './stretches.ts';

/** The items that stand for each service at any client. */
export type Served = ReadonlyMap<string, readonly { readonly id: string; readonly clientId: string }[]>;

const reaches = ({ clientIds }: Period, clientId: string) => clientIds === null || clientIds.includes(clientId);
const isNarrowed = ({ serviceIds, itemIds }: Period) => serviceIds.length > 0 || itemIds.length > 0;

/** Why a freeze or blackout is about a change: null where it is not, '' where it is about everything of a client. */
export function reasonOf(period: Period, change: Planned, served: Served, { dependsOn }: Dependence): string | null {
  const clients = new Set([change.clientId, ...change.items.map(({ clientId }) => clientId)]);
  if (![...clients].some((clientId) => reaches(period, clientId))) return null;
  if (!isNarrowed(period)) return '';
  if (period.serviceIds.some((id) => change.serviceIds.includes(id))) return ' for a service that is changed';
  const held = [
    ...period.itemIds,
    ...period.serviceIds
      .flatMap((id) => (served.get(id) ?? []).filter((one) => reaches(period, one.clientId)))
      .map(({ id }) => id),
  ];
  for (const item of change.items) {
    if (held.includes(item.id)) return ` for “${item.name}”`;
    if (held.some((id) => dependsOn(id, item.id))) return ` for what depends on “${item.name}”`;
  }
  return null;
}

const NEAREST = { client: 0, group: 1, provider: 2 } as const;

/**
 * The windows in which each item of a change is meant to be changed: those that name it or its service, else those of its client as a whole;
 * of these the nearest place's alone. The same windows stand once, with the items that they are for; an item without windows is left out.
 */
export function windowsOf(change: Planned, periods: readonly Period[]): { windows: Period[]; items: ItemOfChange[] }[] {
  const windows = periods.filter(({ kind }) => kind === 'window');
  const sets = new Map<string, { windows: Period[]; items: ItemOfChange[] }>();
  const add = (found: Period[], item: ItemOfChange | null) => {
    if (found.length === 0) return;
    const key = found.map(({ id }) => id).join();
    const set = sets.get(key) ?? { windows: found, items: [] };
    if (item) set.items.push(item);
    sets.set(key, set);
  };
  for (const item of change.items) {
    const theirs = windows.filter((window) => reaches(window, item.clientId));
    const own = theirs.filter(
      ({ itemIds, serviceIds }) =>
        itemIds.includes(item.id) || (item.serviceId !== null && serviceIds.includes(item.serviceId)),
    );
    add(nearest(own.length > 0 ? own : theirs.filter((window) => !isNarrowed(window))), item);
  }
  if (change.items.length > 0) return [...sets.values()];
  const theirs = windows.filter((window) => reaches(window, change.clientId));
  const own = theirs.filter(({ serviceIds }) => serviceIds.some((id) => change.serviceIds.includes(id)));
  add(nearest(own.length > 0 ? own : theirs.filter((window) => !isNarrowed(window))), null);
  return [...sets.values()];
}

function nearest(windows: readonly Period[]): Period[] {
  const least = Math.min(...windows.map(({ level }) => NEAREST[level]));
  return windows.filter(({ level }) => NEAREST[level] === least);
}

/** When any of some windows is open. */
export const openTimes = (windows: readonly Period[], from: number, to: number): Stretch[] =>
  united(windows.flatMap(({ time }) => timesOf(time, from, to)));
