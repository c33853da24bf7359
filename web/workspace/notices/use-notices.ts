import { useCallback } from 'react';
import { queryClient, useGet } from '#web/api/use.ts';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';

/** What concerns me, kept up to date while the page is open. */
export function useNotices() {
  useLiveMessages(
    useCallback((message: LiveMessage) => {
      if (message.kind === 'notification' || message.kind === 'resync')
        void queryClient.invalidateQueries({ queryKey: ['GET /me/notifications'] });
    }, []),
  );
  return useGet('GET /me/notifications', {}, { staleTime: 60_000 });
}
