import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { parseTicketFilter, serialiseTicketFilter, usualSort } from '#kernel/filter.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import { SORTS } from '../desk/sorts.ts';

export const BOARDS = ['status', 'team', 'person'] as const;
export type BoardKind = (typeof BOARDS)[number];

export type QueueState = {
  filter: TicketFilter;
  sort: TicketSort;
  view: string | null;
  /** By what it stands in columns; null where it is a list. */
  by: BoardKind | null;
};

/** What the queue shows, as a list or as a board, lives in its address: it can be shared, and "back" returns to it. */
export function useQueueState() {
  const { searchStr, pathname } = useLocation();
  const navigate = useNavigate();
  const state = useMemo((): QueueState => {
    const params = new URLSearchParams(searchStr);
    const { filter } = parseTicketFilter(params);
    const sort = SORTS.find(({ value }) => value === params.get('sort'))?.value ?? usualSort(filter);
    const by = pathname === '/board' ? (BOARDS.find((one) => one === params.get('by')) ?? 'status') : null;
    return { filter, sort, view: params.get('view'), by };
  }, [searchStr, pathname]);
  const show = (next: Partial<QueueState>, options: { replace?: boolean } = {}) =>
    navigate({ href: addressOf({ ...state, ...next }), ...options });
  return { ...state, show };
}

/** The address of a list or a board. */
export function addressOf({ filter, sort, view, by }: QueueState): string {
  const params = serialiseTicketFilter(filter);
  if (sort !== usualSort(filter)) params.set('sort', sort);
  if (view) params.set('view', view);
  if (by) params.set('by', by);
  const text = params.toString();
  const path = by ? '/board' : '/queue';
  return text ? `${path}?${text}` : path;
}
