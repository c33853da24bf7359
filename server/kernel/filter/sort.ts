import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';

/** The order of a list that nobody put in another: the last change first; the last resolved first where the filter says when. */
export function usualSort(filter: Pick<TicketFilter, 'resolvedAfter' | 'resolvedBefore'>): TicketSort {
  return filter.resolvedAfter || filter.resolvedBefore ? 'resolved' : 'updated';
}
