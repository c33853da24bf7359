import type { TicketSort } from '#shared/ticket-filter.ts';

/** The orders that a list of tickets can stand in, in words. */
export const SORTS: readonly { value: TicketSort; label: string }[] = [
  { value: 'updated', label: 'Changed last' },
  { value: 'created', label: 'Raised last' },
  { value: 'resolved', label: 'Resolved last' },
  { value: 'priority', label: 'Priority, then oldest' },
  { value: 'due', label: 'Due first' },
];
