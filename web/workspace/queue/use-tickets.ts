import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TicketRow } from '#shared/ticket.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import { call } from '#web/api/client.ts';

const PAGE = 100;

/** The tickets of a filter, read on as the reader scrolls. */
export function useTickets(filter: TicketFilter, sort: TicketSort) {
  const query = useInfiniteQuery({
    queryKey: ['GET /tickets', 'pages', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /tickets',
        { query: { ...filter, sort, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo((): TicketRow[] => {
    // A ticket that moved between two readings may be on both pages; it is shown once.
    const seen = new Set<string>();
    return (data?.pages ?? []).flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)));
  }, [data]);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return { rows, more: hasNextPage ? more : undefined, query };
}
