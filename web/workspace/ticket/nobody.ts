import type { TicketView } from '#shared/ticket.ts';

type Asked = Pick<TicketView, 'kind' | 'source' | 'loggedBy'>;

/** Problems and changes are raised by whoever finds that they are needed, and asked for by nobody. */
export const isRaised = ({ kind }: Pick<TicketView, 'kind'>): boolean => kind === 'problem' || kind === 'change';

/** Who asked, where no person of the client is known to have. */
export const nobodyWords = ({ kind, source, loggedBy }: Asked): string => {
  if (source === 'monitoring') return 'Monitoring';
  return isRaised({ kind }) && loggedBy ? loggedBy : 'Unknown requester';
};
