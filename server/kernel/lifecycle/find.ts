import type { StatusCategory } from '#shared/vocabulary.ts';
import type { ActorKind, Asked, Lifecycle, Status, Transition } from './types.ts';

/** The status of that key, or undefined. */
export function findStatus(lifecycle: Lifecycle, key: string): Status | undefined {
  return lifecycle.statuses.find((status) => status.key === key);
}

/**
 * The ticket's status. One that an edit of the lifecycle took away while the ticket came into it still stands for open work, which
 * staff can bring back to the start.
 */
export function statusNow(lifecycle: Lifecycle, key: string): Status {
  return findStatus(lifecycle, key) ?? { key, name: key, category: 'open', clientName: key };
}

/** The first status of a category, in order: how "resolve" or "cancel" finds its status in any kind's lifecycle. */
export function firstStatus(lifecycle: Lifecycle, category: StatusCategory): Status | undefined {
  return lifecycle.statuses.find((status) => status.category === category);
}

/** The status of a new ticket. */
export function startStatus(lifecycle: Lifecycle): Status {
  const status = findStatus(lifecycle, lifecycle.initial);
  if (!status) throw new Error(`The lifecycle has no status "${lifecycle.initial}" to start with`);
  return status;
}

/** Final statuses end the work; only a transition that names one leads out of it. */
export function isFinal(status: Status): boolean {
  return status.category === 'closed' || status.category === 'cancelled';
}

/** Every step from here, for anybody; one that names its status beats one from `*` to the same place. */
export function transitionsFrom(lifecycle: Lifecycle, from: Status): Transition[] {
  const named = findStatus(lifecycle, from.key)
    ? lifecycle.transitions.filter((transition) => transition.from.includes(from.key))
    : [bringBack(lifecycle, from)];
  if (isFinal(from)) return named;
  const anywhere = lifecycle.transitions.filter(
    (transition) =>
      transition.from.includes('*') && transition.to !== from.key && !named.some((other) => other.to === transition.to),
  );
  return [...named, ...anywhere];
}

const bringBack = (lifecycle: Lifecycle, from: Status): Transition => ({
  from: [from.key],
  to: lifecycle.initial,
  label: 'Bring back',
  requires: [],
  by: ['staff', 'key', 'system'],
});

/** The fields a step asks for: its own, and the reason of a hold. */
export function requiredFields(lifecycle: Lifecycle, transition: Transition): Asked[] {
  const hold = findStatus(lifecycle, transition.to)?.hold === true;
  return [...new Set<Asked>([...(hold ? (['holdReason'] as const) : []), ...transition.requires])];
}

/** The label that this kind of actor reads. */
export function labelFor(transition: Transition, kind: ActorKind): string {
  return kind === 'contact' ? (transition.clientLabel ?? transition.label) : transition.label;
}
