import { keepPreviousData } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BoardQuery } from '#shared/sla-board.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import type { LiveEvent } from '../live/live.ts';
import { useLiveReading } from '../live/use-live-reading.ts';
import { untilNextDue } from './countdown.ts';

const AGAIN_MS = 15_000;
/** However much happens, the board is read no more often than that. */
const AT_MOST_EACH_MS = 2_000;
/** Timers hold no more than this. */
const LONGEST_MS = 2 ** 31 - 1;

const isOfTicket = ({ subjectType }: LiveEvent) => subjectType === 'ticket';
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
  useLiveReading(isOfTicket, again, AT_MOST_EACH_MS);
  return { ...reading, ahead };
}
