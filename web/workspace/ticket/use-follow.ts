import { useCallback, useEffect } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { call } from '#web/api/client.ts';
import { queryClient } from '#web/api/use.ts';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';

/** Keeps an open ticket true: read again when somebody changes it, and marked as seen up to now. */
export function useFollow(ticket: TicketView | undefined): void {
  const id = ticket?.id;
  const seen = ticket?.lastMessage?.at ?? ticket?.createdAt;
  useEffect(() => {
    // A read mark that fails is not worth a word: the ticket just stays unread.
    if (id && seen)
      call('POST /tickets/{idOrKey}/read', { params: { idOrKey: id } }).then(
        () => queryClient.invalidateQueries({ queryKey: ['GET /tickets'], refetchType: 'none' }),
        () => {},
      );
  }, [id, seen]);
  useLiveMessages(
    useCallback(
      (message: LiveMessage) => {
        const mine = message.kind === 'resync' || (message.kind === 'event' && message.event.subjectId === id);
        if (mine && id)
          void queryClient.invalidateQueries({
            predicate: ({ queryKey }) => /^GET \/(tickets|problems|changes)\/\{idOrKey\}/.test(String(queryKey[0])),
          });
      },
      [id],
    ),
  );
}
