import type { TicketView, UpdateTicket } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { ApiProblem } from '#web/api/problem.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from '../actions/index.ts';

type Fields = Omit<UpdateTicket, 'version'>;

/** Who changed what since a version, as the timeline tells it. */
async function whatHappened(ticket: TicketView): Promise<string> {
  const { items } = await call('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: ticket.id } });
  return items
    .filter(({ at, changes }) => at > ticket.updatedAt && changes.length > 0)
    .map(({ actor, sentence }) => `${actor.name} ${sentence}`)
    .join('; ');
}

/**
 * Saves fields of a ticket and offers to take it back. A save on top of somebody else's never overwrites: the person
 * hears what happened meanwhile and may then save theirs on top.
 */
export async function saveFields(ticket: TicketView, fields: Fields, done: string): Promise<void> {
  const params = { idOrKey: ticket.id };
  const send = (version: number) => call('PATCH /tickets/{idOrKey}', { params, body: { version, ...fields } });
  try {
    const { eventId } = await send(ticket.version).catch(async (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.version === null) throw error;
      const yes = await confirm({
        title: 'Somebody was faster',
        body: `Meanwhile: ${(await whatHappened(ticket)) || 'the ticket was changed'}. Save yours as well?`,
        action: 'Save mine as well',
      });
      return yes ? send(error.version) : { eventId: null };
    });
    if (eventId) {
      toast.done(`${ticket.key}: ${done}`, {
        undo: async () => {
          await call('POST /tickets/{idOrKey}/undo', { params, body: { eventId } }).catch((error: unknown) =>
            toast.fault(error, 'Not taken back'),
          );
          await refreshTickets();
        },
      });
    }
  } catch (error) {
    toast.fault(error, 'Not saved');
  }
  await refreshTickets();
}
