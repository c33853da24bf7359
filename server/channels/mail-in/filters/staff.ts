import { ends, type Filter } from './filter.ts';
import { machineWhy } from './machine.ts';
import { whoseOf } from './whose.ts';

/** Whether one of the MSP's own people wrote it: an answer to a ticket, or a client's mail that they hand on. */
export const staff: Filter = {
  name: 'colleague',
  look(it) {
    const { facts, settled } = it;
    const { staff: colleague, ticket, forwarded } = facts;
    if (!colleague || settled) return null;
    if (machineWhy(it)) return ends({ do: 'file' }, `a machine answered for ${colleague.name}`);
    if (ticket)
      return ends(
        { do: 'staff reply', clientId: ticket.clientId, ticketId: ticket.id, staffId: colleague.id },
        `${colleague.name} answers to ${ticket.key}`,
      );
    if (!forwarded) return ends({ do: 'hold' }, `${colleague.name} of your own wrote, and to no ticket`);
    const whose = whoseOf(forwarded.from, facts);
    if ('hold' in whose) return ends({ do: 'hold' }, `${colleague.name} hands on a mail, but ${whose.hold}`);
    return ends(
      {
        do: 'ticket',
        clientId: whose.clientId,
        writer: whose.writer,
        besides: null,
        acknowledge: false,
        handedOn: true,
      },
      `${colleague.name} hands on a mail of ${whose.why}`,
    );
  },
};
