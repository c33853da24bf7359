import { useCallback, useEffect, useRef } from 'react';
import { type LiveEvent, type LiveMessage, useLiveMessages } from './live.ts';

/**
 * Reads again when something happened that concerns it, or may have while the stream was lost: however much is told, no more often than
 * every so many milliseconds. `concerns` stays the same as long as the component does.
 */
export function useLiveReading(
  concerns: (event: LiveEvent) => boolean,
  read: () => unknown,
  atMostEachMs: number,
): void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  }, [read]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLiveMessages(
    useCallback(
      (message: LiveMessage) => {
        const told = message.kind === 'resync' || (message.kind === 'event' && concerns(message.event));
        if (!told || waiting.current !== undefined) return;
        waiting.current = setTimeout(() => {
          waiting.current = undefined;
          latest.current();
        }, atMostEachMs);
      },
      [concerns, atMostEachMs],
    ),
  );
}
