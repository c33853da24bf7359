import { Fault } from '#kernel/errors.ts';
import { isId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from './record.ts';

/** Whether the name that a ticket was called by is one that it had at another client. */
const ELSEWHERE = 'select from ticket_redirects where key = $1 and to_ticket_id = $2 and client_id <> $3';

/**
 * Refuses words that were written for the people of one client when the ticket has gone to another. Whoever says for which client
 * they are is taken at their word; without that, an old key that leads here shows that the public words were for the client it left.
 * The ticket must be locked, so that it does not move between this and the writing.
 */
export async function refuseMoved(
  ctx: Ctx,
  ticket: TicketRecord,
  calledBy: string,
  written: { clientId?: string | undefined; isPublic: boolean },
): Promise<void> {
  if (written.clientId !== undefined) {
    if (written.clientId.toLowerCase() !== ticket.client_id)
      throw moved(ticket, 'clientId', 'is not the client of the ticket now');
    return;
  }
  const key = calledBy.trim().toUpperCase();
  if (!written.isPublic || key === ticket.key || isId(key.toLowerCase())) return;
  const [from] = await ctx.hot('moved_from', ELSEWHERE, [key, ticket.id, ticket.client_id]);
  if (from) throw moved(ticket, 'idOrKey', `is what ${ticket.key} was called at another client`);
}

function moved(ticket: TicketRecord, path: string, message: string): Fault {
  return new Fault(
    'conflict',
    `This was written for another client: the ticket has moved and is ${ticket.key} now. Nothing was sent or changed. Read it again with the client it now has in mind, then send it there.`,
    { errors: [{ path, message }] },
  );
}
