import { keepPreviousData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { BoardQuery } from '#shared/sla-board.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { type LiveMessage, useLiveMessages } from '../live/live.ts';
import { untilNextDue } from './countdown.ts';

const AGAIN_MS = 15_000;
/** However much happens, the board is read no more often than that. */
const AT_MOST_EACH_MS = 2_000;
/** Timers hold no more than this. */
const LONGEST_MS = 2 ** 31 - 1;

const again = () => {
  void queryClient.invalidateQueries({ queryKey: ['GET /service-levels/board'] });
  void queryClient.invalidateQueries({ queryKey: ['GET /pages'] });
};

/** The board, read again by itself, when something happens to a ticket, and the moment a clock falls due. */
export function useBoard(query: BoardQuery) {
  const reading = useGet(
    'GET /service-levels/board',
    { query },
    { refetchInterval: AGAIN_MS, placeholderData: keepPreviousData },
  );
  const { data, dataUpdatedAt } = reading;
  const ahead = data ? Date.parse(data.now) - dataUpdatedAt : 0;
  useEffect(() => {
    if (!data) return;
    const wait = untilNextDue(data.atRisk.items, Date.parse(data.now));
    if (wait === null) return;
    const timer = setTimeout(again, Math.min(wait + 1, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [data]);
  useLiveAgain();
  return { ...reading, ahead };
}

function useLiveAgain(): void {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLiveMessages(
    useCallback((message: LiveMessage) => {
      const told = message.kind === 'resync' || (message.kind === 'event' && message.event.subjectType === 'ticket');
      if (!told || waiting.current !== undefined) return;
      waiting.current = setTimeout(() => {
        waiting.current = undefined;
        again();
      }, AT_MOST_EACH_MS);
    }, []),
  );
}
