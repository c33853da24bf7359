import { useCallback, useEffect, useRef } from 'react';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';

/** In a storm much is told; it is read this often at most. */
const AT_MOST_EACH_MS = 1_000;

/** Says when something was heard, decided or done about alerts, or may have been while the stream was lost. */
export function useAlertNews(read: () => unknown): void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  }, [read]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLiveMessages(
    useCallback((message: LiveMessage) => {
      const told = message.kind === 'resync' || (message.kind === 'event' && message.event.type.startsWith('alert.'));
      if (!told || waiting.current !== undefined) return;
      waiting.current = setTimeout(() => {
        waiting.current = undefined;
        latest.current();
      }, AT_MOST_EACH_MS);
    }, []),
  );
}
