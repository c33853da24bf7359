import type { TimelineEntry } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { meNow } from '#web/api/here.ts';
import { takeBack, undoEvent } from './take-back.ts';

/**
 * Takes back what was done to a ticket in one step with an entry of its timeline, such as the status that went with a reply; null
 * where none of it can be. One step of the program has one instant. `stays` says what cannot be taken back.
 */
export async function undoDoneWith(
  ticket: { id: string; key: string },
  isThat: (entry: TimelineEntry) => boolean,
  stays: string,
): Promise<(() => Promise<void>) | null> {
  const { items } = await call('GET /tickets/{idOrKey}/timeline', { params: { idOrKey: ticket.id } });
  const at = items.findLast(isThat)?.at;
  const mine = items.filter((one) => one.at === at && one.actor.id === meNow()?.id && one.changes.length > 0);
  // Of several changes of one field only the last can be taken back now, and the one before once that is.
  if (!mine.some(({ undoable }) => undoable)) return null;
  return () => takeBack([undoEvent(ticket, ...mine.map(({ id }) => id))], stays);
}
