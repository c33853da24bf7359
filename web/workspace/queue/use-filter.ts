import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { parseTicketFilter, serialiseTicketFilter } from '#kernel/filter.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket.ts';

export type QueueState = { filter: TicketFilter; sort: TicketSort; view: string | null };

const SORTS: readonly TicketSort[] = ['updated', 'created', 'priority', 'due'];

/** What the queue shows lives in its address: it can be shared, and "back" returns to it. */
export function useQueueState() {
  const { searchStr, pathname } = useLocation();
  const navigate = useNavigate();
  const state = useMemo((): QueueState => {
    const params = new URLSearchParams(searchStr);
    const sort = SORTS.find((one) => one === params.get('sort')) ?? 'updated';
    return { filter: parseTicketFilter(params).filter, sort, view: params.get('view') };
  }, [searchStr]);
  const show = (next: Partial<QueueState>, options: { replace?: boolean } = {}) => {
    const { filter, sort, view } = { ...state, ...next };
    const params = serialiseTicketFilter(filter);
    if (sort !== 'updated') params.set('sort', sort);
    if (view) params.set('view', view);
    const text = params.toString();
    return navigate({ href: text ? `${pathname}?${text}` : pathname, ...options });
  };
  return { ...state, show };
}
