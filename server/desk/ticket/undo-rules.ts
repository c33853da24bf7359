/** What a person may take back as long as nothing has changed since. */
export const UNDOABLE: ReadonlySet<string> = new Set([
  'ticket.updated',
  'ticket.assigned',
  'ticket.moved',
  'ticket.escalated',
  'ticket.merged_away',
]);
