import { isDeepStrictEqual } from 'node:util';
import type { TicketRecord } from './record.ts';
import type { StoredEvent } from './timeline-words.ts';

/** What a person may take back as long as nothing that it changed has changed since. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'ticket.updated',
  'ticket.assigned',
  'ticket.moved',
  'ticket.escalated',
  'ticket.merged_away',
  'ticket.checklist_removed',
]);

/** What to do instead about the rest. */
const INSTEAD: Readonly<Record<string, string>> = {
  'ticket.created': 'A ticket that was logged cannot be taken back; cancel it.',
  'ticket.replied': 'What was sent cannot be taken back; write another reply.',
  'ticket.noted': 'A note stays; write another.',
  'ticket.split': 'A split is not taken back; merge the two again.',
  'ticket.moved_here': 'Move the ticket back to the other client.',
  'ticket.undone': 'Do it again by hand.',
};

type Undoable = Pick<StoredEvent, 'type' | 'actor_id' | 'data'>;

/** Why this cannot be taken back from the ticket as it is now; null where it can. Whose it was is not asked here. */
export function whyNotUndone({ type, data }: Undoable, ticket: TicketRecord): string | null {
  if (!UNDOABLE.has(type)) return INSTEAD[type] ?? 'This cannot be taken back.';
  // Each step of a change is guarded, and taking one back would pass those guards by.
  if (type === 'ticket.moved' && ticket.kind === 'change')
    return 'A step of a change is not taken back; take the step that leads back.';
  if (type === 'ticket.merged_away')
    return ticket.merged_into_id === data['into'] ? null : 'The merge was taken apart already.';
  if (type === 'ticket.checklist_removed') return data['line'] ? null : 'The line was not kept.';
  const changes = Object.entries(data.changes ?? {});
  if (changes.length === 0) return 'Nothing of it is left to take back.';
  const stands = changes.every(([column, [, after]]) => isDeepStrictEqual(ticket[column as keyof TicketRecord], after));
  return stands ? null : 'The ticket has changed since; change it by hand instead.';
}
