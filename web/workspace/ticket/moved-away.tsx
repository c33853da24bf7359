import { useEffect } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import type { ChangeDraft, Draft } from './draft.ts';

/**
 * What is written is for one client. Should the ticket go to another one meanwhile, the words stay, but as a note: what was meant
 * for the people of one client is not said to those of another unless somebody means it.
 */
export function useMovedAway(ticket: TicketView, draft: Draft, change: ChangeDraft): void {
  const { id, name } = ticket.client;
  const written = draft.clientId;
  useEffect(() => {
    if (written === null || written === id) return;
    change(({ clientName, visibility, moved, articles }) => ({
      clientId: id,
      clientName: name,
      visibility: 'internal',
      // A step goes with a reply, and its words to the client with it.
      next: null,
      // Whether they may read what the others could is not known.
      articles: articles.map((article) => ({ ...article, readable: false })),
      moved: { from: clientName ?? 'another client', wasReply: visibility === 'public' || moved?.wasReply === true },
    }));
  }, [written, id, name, change]);
}

/** Says that the ticket went to another client while somebody wrote, and leaves it to them whom they tell. */
export function MovedAway({ ticket, draft, onReply }: { ticket: TicketView; draft: Draft; onReply(): void }) {
  if (!draft.moved) return null;
  const { from, wasReply } = draft.moved;
  return (
    <div className="f-composer-missing" role="alert">
      This ticket moved from <bdi>{from}</bdi> to <bdi>{ticket.client.name}</bdi> while you wrote.{' '}
      {wasReply && (
        <>
          What you wrote is kept as an internal note.{' '}
          <button type="button" onClick={onReply}>
            Make it a reply to <bdi>{ticket.client.name}</bdi>
          </button>
        </>
      )}
    </div>
  );
}
