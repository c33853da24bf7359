import { ALIKE, likeness } from '../alike.ts';
import type { Bars } from './bars.ts';
import type { Axis, Incident, Subject } from './types.ts';

/** Incidents of one client that belong together by one axis. */
export type Group = {
  readonly clientId: string;
  readonly axis: Axis;
  readonly group: string;
  readonly subject: Subject;
  readonly members: readonly Incident[];
};

export const NOTHING: Subject = {
  itemId: null,
  categoryId: null,
  serviceId: null,
  words: [],
  alertId: null,
  advisoryId: null,
};

/** A word is at the core of a group when so many of its members have it. */
const CORE = 0.6;

export const inOrder = (a: Incident, b: Incident): number => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The incidents of each item. */
export function byItem(clientId: string, incidents: readonly Incident[]): Group[] {
  return [...Map.groupBy(incidents, ({ itemId }) => itemId)].flatMap(([itemId, members]) =>
    itemId === null
      ? []
      : [{ clientId, axis: 'item' as const, group: `item ${itemId}`, subject: { ...NOTHING, itemId }, members }],
  );
}

/** The incidents of each category and service, where they have either. */
export function byAbout(clientId: string, incidents: readonly Incident[], axis: 'about' | 'trend' = 'about'): Group[] {
  const keyOf = ({ categoryId, serviceId }: Incident) => `${categoryId ?? '-'} ${serviceId ?? '-'}`;
  return [...Map.groupBy(incidents, keyOf)].flatMap(([key, members]) => {
    const { categoryId = null, serviceId = null } = members[0] ?? {};
    if (categoryId === null && serviceId === null) return [];
    return [{ clientId, axis, group: `${axis} ${key}`, subject: { ...NOTHING, categoryId, serviceId }, members }];
  });
}

/**
 * Incidents that say nearly the same: each joins the earliest that has half of all their words in common, else it begins a group of
 * its own. They are taken by day, whatever order they come in. A group is called by the words that most of it share.
 */
export function byWords(clientId: string, incidents: readonly Incident[], common: ReadonlySet<string>): Group[] {
  const groups: { words: ReadonlySet<string>; members: Incident[] }[] = [];
  const having = new Map<string, number[]>();
  for (const one of incidents.toSorted(inOrder)) {
    const words = new Set(one.words.filter((word) => !common.has(word)));
    if (words.size === 0) continue;
    // Only those with a word in common can be alike; the earliest that is.
    const near = [...new Set([...words].flatMap((word) => having.get(word) ?? []))].sort((a, b) => a - b);
    const place = near.find((index) => likeness(groups[index]?.words ?? new Set(), words) >= ALIKE);
    if (place !== undefined) {
      groups[place]?.members.push(one);
      continue;
    }
    for (const word of words) having.set(word, [...(having.get(word) ?? []), groups.length]);
    groups.push({ words, members: [one] });
  }
  return joinSame(
    groups.map(({ members }) => members),
    common,
  ).map(({ core, members }) => ({
    clientId,
    axis: 'words' as const,
    group: `words ${core.join(' ')}`,
    subject: { ...NOTHING, words: core },
    members,
  }));
}

/** Groups that turned out to be called alike are one. */
function joinSame(
  groups: readonly (readonly Incident[])[],
  common: ReadonlySet<string>,
): { core: string[]; members: Incident[] }[] {
  const cored = groups.map((members) => ({ core: coreOf(members, common), members }));
  return [...Map.groupBy(cored, ({ core }) => core.join(' ')).values()].map((same) => ({
    core: same[0]?.core ?? [],
    members: same.flatMap(({ members }) => members).sort(inOrder),
  }));
}

function coreOf(members: readonly Incident[], common: ReadonlySet<string>): string[] {
  const counts = countsOf(members);
  const isCore = ([word, count]: [string, number]) => count >= CORE * members.length && !common.has(word);
  return [...counts].flatMap((one) => (isCore(one) ? [one[0]] : [])).sort();
}

/** Words that so many of a client's incidents have that two which share them have nothing in common. */
export function commonWords(incidents: readonly Incident[], { share, of }: Bars['common']): ReadonlySet<string> {
  if (incidents.length < of) return new Set();
  const often = [...countsOf(incidents)].filter(([, count]) => count > share * incidents.length);
  return new Set(often.map(([word]) => word));
}

function countsOf(incidents: readonly Incident[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of incidents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
