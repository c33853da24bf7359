import type { PageView } from '#shared/escalation.ts';
import type { TicketView } from '#shared/ticket.ts';

/**
 * The pages of a ticket that are worth a card: those that go on, else the last one that called everybody in vain, until somebody
 * acknowledges, the ticket is solved, or it is called anew.
 */
export function shownPages<P extends Pick<PageView, 'state'>>(
  pages: readonly P[],
  category: TicketView['statusCategory'],
): P[] {
  if (category === 'closed' || category === 'cancelled') return [];
  const paging = pages.filter(({ state }) => state === 'paging');
  if (paging.length > 0 || category === 'resolved') return paging;
  return pages.filter(({ state }) => state === 'exhausted').slice(0, 1);
}
