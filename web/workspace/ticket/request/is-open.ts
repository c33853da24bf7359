import type { TicketView } from '#shared/ticket.ts';

/** Whether work on a ticket goes on, or may. */
export const isOpen = ({ statusCategory }: Pick<TicketView, 'statusCategory'>): boolean =>
  statusCategory === 'new' || statusCategory === 'open' || statusCategory === 'waiting';
