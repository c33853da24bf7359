import type { TicketView } from '#shared/ticket.ts';

/** Who asked, where no person is known to have. */
export const nobodyWords = (source: TicketView['source']): string =>
  source === 'monitoring' ? 'Monitoring' : 'Unknown requester';
