import type { TicketRow } from '#shared/ticket.ts';
import { holdKeys } from '#web/ui/keys/hold.ts';
import { createStore } from '#web/ui/store.ts';

/** What an action needs to know of a ticket; lines of the queue and whole tickets both have it. */
export type Target = Pick<
  TicketRow,
  'id' | 'key' | 'title' | 'kind' | 'client' | 'status' | 'statusCategory' | 'priority' | 'version'
> & {
  assignee: { id: string; name: string } | null;
  team: { id: string; name: string } | null;
};

/** Of a ticket that a problem is behind. */
export type Concerned = Pick<Target, 'id' | 'key' | 'title' | 'kind'> & { client: { id: string; name: string } };

export const ACTIONS = [
  'assign',
  'priority',
  'status',
  'resolve',
  'merge',
  'parent',
  'escalate',
  'page',
  'link',
  'tag',
  'macro',
  'split',
  'move',
  'major',
  'problem',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The action that is being asked about, for one ticket or many. */
export type Asked = {
  action: Action;
  targets: readonly Target[];
  /** What hangs under the targets and is to be part of a problem with them. */
  also?: readonly Concerned[];
  /** The status to go to, or the message to begin with, where it is known. */
  to?: string;
};

/** Stands among the messages for what was reported, which is none. */
export const REPORT = 'report';

export const askedStore = createStore<Asked | null>(null);

/** Opens the dialogue of an action; what is typed until it is there is meant for it. */
export function ask(action: Action, targets: readonly Target[], more: Pick<Asked, 'to' | 'also'> = {}): void {
  if (targets.length === 0) return;
  holdKeys('dialogue');
  askedStore.set({ action, targets, ...more });
}

/** Of so many tickets, those that an action left as they are, each with the reason in words. */
export type Left = { of: number; tickets: readonly { ticket: Target; why: string }[] };

/** What the last action for many was refused, until it has been read. */
export const leftStore = createStore<Left | null>(null);

export const closeAction = () => askedStore.set(null);

/** `ACME-142`, or `3 tickets`. */
export const namesOf = (targets: readonly Pick<Target, 'key'>[]): string =>
  targets.length === 1 ? (targets[0]?.key ?? '') : `${targets.length} tickets`;
