import type { PortalTicket } from '#shared/portal.ts';
import { PortalRating } from './rating.tsx';
import { PortalReply } from './reply.tsx';
import { TicketPeople } from './ticket-people.tsx';
import { PortalVerdict } from './verdict.tsx';

/** What one may do about a ticket: let others in, say whether it is solved, how content one is, and answer. */
export function Answers({ ticket }: { ticket: PortalTicket }) {
  return (
    <>
      <TicketPeople ticket={ticket} decides={ticket.can.addPeople} />
      {ticket.resolution && <PortalVerdict key={ticket.resolution.at} ticket={ticket} resolution={ticket.resolution} />}
      <PortalRating ticket={ticket} />
      {ticket.can.reply && <PortalReply key={ticket.id} ticket={ticket} />}
    </>
  );
}
