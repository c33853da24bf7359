import type { TicketView, UpdateTicket } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { ApiProblem } from '#web/api/problem.ts';
import { confirm } from '#web/ui/feedback/confirm.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { changedSince, refreshTickets } from '../actions/index.ts';

type Fields = Omit<UpdateTicket, 'version'>;

/** What others changed since a version, as the timeline tells it. */
async function whatHappened(ticket: TicketView): Promise<string> {
  const { items } = await call('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: ticket.id } });
  return changedSince(items, ticket.updatedAt).told;
}

/** Saves of one ticket go one after the other, each on top of what the one before made of it. */
const saving = new Map<string, Promise<number>>();

/**
 * Saves fields of a ticket and offers to take it back. A save on top of somebody else's never overwrites: the person
 * hears what happened meanwhile and may then save theirs on top.
 */
export async function saveFields(ticket: TicketView, fields: Fields, done: string): Promise<void> {
  const before = saving.get(ticket.id) ?? Promise.resolve(0);
  const mine = before.then(async (made) => saveOn(ticket, Math.max(made, ticket.version), fields, done));
  saving.set(ticket.id, mine);
  await mine;
  if (saving.get(ticket.id) === mine) saving.delete(ticket.id);
  await refreshTickets();
}

/** Saves on top of a version. Answers the version that is stored then, 0 where it is not known. */
async function saveOn(ticket: TicketView, version: number, fields: Fields, done: string): Promise<number> {
  const params = { idOrKey: ticket.id };
  const send = (on: number) => call('PATCH /tickets/{idOrKey}', { params, body: { version: on, ...fields } });
  try {
    const saved = await send(version).catch(async (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.version === null) throw error;
      const yes = await confirm({
        title: 'Somebody was faster',
        body: `Meanwhile: ${(await whatHappened(ticket)) || 'the ticket was changed'}. Save yours as well?`,
        action: 'Save mine as well',
      });
      return yes ? send(error.version) : null;
    });
    const { eventId } = saved ?? { eventId: null };
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
    return saved?.ticket.version ?? 0;
  } catch (error) {
    toast.fault(error, 'Not saved');
    return 0;
  }
}
