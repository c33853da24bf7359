import type { PortalTicket } from '#shared/portal.ts';
import { PortalRating } from './rating.tsx';
import { PortalReply } from './reply.tsx';
import { TicketPeople } from './ticket-people.tsx';
import { PortalVerdict } from './verdict.tsx';
import { PortalWithdraw } from './withdraw.tsx';

/** What one may do about a ticket: let others in, withdraw what was asked for, say whether it is solved, how content one is, and answer. */
export function Answers({ ticket }: { ticket: PortalTicket }) {
  const isOpen = ticket.statusCategory !== 'resolved' && ticket.can.addPeople;
  return (
    <>
      <TicketPeople ticket={ticket} decides={ticket.can.addPeople} />
      {ticket.kind === 'request' && isOpen && <PortalWithdraw key={ticket.status} ticket={ticket} />}
      {ticket.resolution && <PortalVerdict key={ticket.resolution.at} ticket={ticket} resolution={ticket.resolution} />}
      <PortalRating ticket={ticket} />
      {ticket.can.reply && <PortalReply key={ticket.id} ticket={ticket} />}
    </>
  );
}
