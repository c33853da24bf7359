import type { TicketView } from '#shared/ticket.ts';
import { meNow } from '#web/api/here.ts';
import type { ChangeDraft, Draft } from './draft.ts';

const lastAt = ({ lastMessage }: TicketView): string => lastMessage?.at ?? '';

/** What is written, with the client and the last message that stood there when the writing began. */
export const written =
  (ticket: TicketView, html: string) =>
  ({ seen, clientId, clientName }: Draft): Partial<Draft> =>
    html === ''
      ? { html, seen: null, clientId: null, clientName: null, moved: null, articles: [] }
      : {
          html,
          seen: seen ?? lastAt(ticket),
          clientId: clientId ?? ticket.client.id,
          clientName: clientName ?? ticket.client.name,
        };

/** The client for whom a draft is: whose ticket it was when the writing began, wherever it has gone since. */
export const writtenFor = (ticket: TicketView, { clientId }: Draft): string => clientId ?? ticket.client.id;

/** Who said something to, or for, the client since the writing of this reply began; null where nobody else did. */
export function overtakenBy(ticket: TicketView, { visibility, seen }: Draft): string | null {
  const { lastMessage } = ticket;
  const later = visibility === 'public' && seen !== null && lastMessage !== null && lastMessage.at > seen;
  return later && lastMessage.by !== meNow()?.name ? lastMessage.by : null;
}

/** From now on what stands there is known to the writer. */
export const seenNow = (ticket: TicketView, change: ChangeDraft): void => change({ seen: lastAt(ticket) });
