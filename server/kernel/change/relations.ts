import type { Dependence } from './dependence.ts';
import type { CollisionKind, Planned } from './schedule-types.ts';

/** What two changes have to do with each other, said from the side of the first. */
export type Shared = { readonly kind: CollisionKind; readonly sentence: string };

/** How another change is called: to whoever does not see it, not by what it is. */
const named = ({ key, title, hidden }: Planned) => (hidden ? 'a change that you do not see' : `${key} “${title}”`);
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence about another change that does not say which. */
export const nameless = (sentence: string, { key, title }: Planned): string =>
  first(sentence.replace(`${key} “${title}”`, 'a change of another client'));

/** Where two changes must not be at the same time, whenever they are: by item, by what depends on it, by person and by team. */
export function sharedBy(change: Planned, other: Planned, { dependsOn }: Dependence): Shared[] {
  return [
    ...itemsShared(change, other, dependsOn),
    ...change.people
      .filter(({ id }) => other.people.some((one) => one.id === id))
      .map(({ name }): Shared => ({ kind: 'person', sentence: `${name} works on ${named(other)} at this time.` })),
    ...(change.team !== null && change.team.id === other.team?.id
      ? [{ kind: 'team' as const, sentence: `The team ${change.team.name} works on ${named(other)} at this time.` }]
      : []),
  ];
}

/** At most one of each kind and direction: it is enough to know why. */
function itemsShared(change: Planned, other: Planned, dependsOn: Dependence['dependsOn']): Shared[] {
  const same = change.items.find(({ id }) => other.items.some((one) => one.id === id));
  const found: Shared[] = same
    ? [{ kind: 'item', sentence: `${first(named(other))} works on “${same.name}” as well.` }]
    : [];
  const [below, above] = [pairOf(change, other, dependsOn), pairOf(other, change, dependsOn)];
  if (below)
    found.push({
      kind: 'dependency',
      sentence: `${first(named(other))} works on “${below.cause.name}”, which “${below.effect.name}” depends on.`,
    });
  if (above)
    found.push({
      kind: 'dependency',
      sentence: `${first(named(other))} works on “${above.effect.name}”, which depends on “${above.cause.name}”.`,
    });
  return found;
}

function pairOf(effects: Planned, causes: Planned, dependsOn: Dependence['dependsOn']) {
  for (const effect of effects.items)
    for (const cause of causes.items) if (dependsOn(effect.id, cause.id)) return { effect, cause };
  return null;
}
