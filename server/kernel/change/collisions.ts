import type { Edge } from '../estate/impact.ts';
import type { Stretch } from '../on-call.ts';
import { type Dependence, dependence } from './dependence.ts';
import { timesOf } from './period-times.ts';
import { openTimes, reasonOf, type Served, windowsOf } from './periods.ts';
import { nameless, sharedBy } from './relations.ts';
import type { Collision, CollisionKind, Period, Planned } from './schedule-types.ts';
import { meeting, meets } from './stretches.ts';

/** What changes are held against: what hangs on what, when changes are meant to be, and which kinds of collision hold one back. */
export type Surroundings = {
  readonly periods: readonly Period[];
  readonly served: Served;
  readonly blocking: ReadonlySet<CollisionKind>;
  readonly depends: Dependence;
};

/** Makes ready to be asked what hangs on what, for the items of some changes and periods. */
export function dependenceOf(
  edges: readonly Edge[],
  changes: readonly Planned[],
  periods: readonly Period[],
  served: Served,
): Dependence {
  const asked = new Set<string>();
  for (const { items } of changes) for (const { id } of items) asked.add(id);
  for (const { itemIds, serviceIds } of periods) {
    for (const id of itemIds) asked.add(id);
    for (const service of serviceIds) for (const { id } of served.get(service) ?? []) asked.add(id);
  }
  return dependence(edges, asked);
}

/** An emergency waits for no freeze and for no window. */
const PASSED_BY_EMERGENCY: readonly CollisionKind[] = ['freeze', 'outside_window'];

export const blocks = (kind: CollisionKind, { isEmergency }: Planned, blocking: ReadonlySet<CollisionKind>): boolean =>
  blocking.has(kind) && !(isEmergency && PASSED_BY_EMERGENCY.includes(kind));

/** Why a change cannot be when it is planned: by other changes, then by freezes and blackouts, then outside of windows. */
export function collisionsOf(change: Planned, others: readonly Planned[], around: Surroundings): Collision[] {
  return [
    ...others.flatMap((other) =>
      other.id !== change.id && meets(change, other) ? withChange(change, other, around) : [],
    ),
    ...withPeriods(change, around),
    ...outsideWindows(change, around),
  ];
}

/** The same for each of many changes, by id; those without collisions are left out. */
export function collisionsAmong(changes: readonly Planned[], around: Surroundings): Map<string, Collision[]> {
  const found = new Map<string, Collision[]>();
  const add = ({ id }: Planned, collisions: Collision[]) => {
    if (collisions.length > 0) found.set(id, [...(found.get(id) ?? []), ...collisions]);
  };
  let going: Planned[] = [];
  for (const change of [...changes].sort((a, b) => a.from - b.from)) {
    going = going.filter(({ to }) => to > change.from);
    for (const other of going) {
      const shared = withChange(change, other, around);
      if (shared.length === 0) continue;
      add(change, shared);
      add(other, withChange(other, change, around));
    }
    going.push(change);
    add(change, [...withPeriods(change, around), ...outsideWindows(change, around)]);
  }
  return found;
}

function withChange(change: Planned, other: Planned, { depends, blocking }: Surroundings): Collision[] {
  const { id, key, title, hidden, clientId } = other;
  return sharedBy(change, other, depends).map(({ kind, sentence }) => ({
    ...meeting(change, other),
    ...{ kind, blocks: blocks(kind, change, blocking), sentence, key: `${kind}:${id}`, period: null },
    told: hidden || clientId === change.clientId ? sentence : nameless(sentence, other),
    change: hidden ? null : { id, key, title },
  }));
}

function withPeriods(change: Planned, { periods, served, depends, blocking }: Surroundings): Collision[] {
  return periods.flatMap((period): Collision[] => {
    const { id, name, kind } = period;
    if (kind === 'window') return [];
    const times = timesOf(period.time, change.from, change.to);
    const reason = times.length > 0 ? reasonOf(period, change, served, depends) : null;
    if (reason === null) return [];
    const sentence = `The ${kind} “${name}” is on${reason}.`;
    return times.map((time) => ({
      ...meeting(change, time),
      ...{ kind, blocks: blocks(kind, change, blocking), change: null, period: { id, name } },
      ...{ sentence, told: sentence, key: null },
    }));
  });
}

function outsideWindows(change: Planned, { periods, blocking }: Surroundings): Collision[] {
  return windowsOf(change, periods)
    .filter(({ windows }) => !isWithin(change, openTimes(windows, change.from, change.to)))
    .map(({ windows, items }) => {
      const names = windows.map(({ name }) => `“${name}”`).join(', ');
      const of = items.length === 0 ? '' : ` of ${namesOf(items)}`;
      const sentence = `It is not within ${windows.length === 1 ? 'the maintenance window' : 'one of the maintenance windows'}${of}: ${names}.`;
      return {
        ...{ from: change.from, to: change.to, change: null, period: null },
        ...{ kind: 'outside_window' as const, blocks: blocks('outside_window', change, blocking) },
        ...{ sentence, told: sentence, key: null },
      };
    });
}

const isWithin = (change: Stretch, times: readonly Stretch[]): boolean =>
  times.some(({ from, to }) => from <= change.from && change.to <= to);

const MOST_NAMED = 3;

/** Names of things for a sentence, the first few of many. */
function namesOf(items: readonly { name: string }[]): string {
  const first = items.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  return items.length > MOST_NAMED ? `${first.join(', ')} and ${items.length - MOST_NAMED} more` : first.join(', ');
}
