import { useCallback } from 'react';
import { queryClient, useGet } from '#web/api/use.ts';
import { usePages } from '#web/api/use-pages.ts';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';

/** The newest of what concerns me, kept up to date while the page is open. */
export function useNotices() {
  useLiveNotices();
  return useGet('GET /me/notifications', {}, { staleTime: 60_000 });
}

/** All that concerns me or only what is new, page by page, kept up to date as well. */
export function useAllNotices(unread: boolean) {
  useLiveNotices();
  return usePages('GET /me/notifications', unread ? { unread } : {});
}

function useLiveNotices() {
  useLiveMessages(
    useCallback((message: LiveMessage) => {
      if (message.kind === 'notification' || message.kind === 'resync')
        void queryClient.invalidateQueries({ queryKey: ['GET /me/notifications'] });
    }, []),
  );
}
