import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { call, type Input, type Item, type Listing } from './client.ts';

type Paged = { items: readonly { id: string }[]; nextCursor: string | null };

const PAGE = 100;

/** A list read on as the reader scrolls, page by page. */
export function usePages<O extends Listing>(operation: O, query: Readonly<Record<string, unknown>>) {
  const reading = useInfiniteQuery({
    queryKey: [operation, 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        operation,
        { query: { ...query, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } } as unknown as Input<O>,
        { signal },
      ) as Promise<Paged>,
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const rows = useMemo(() => {
    // What moved between two readings may be on both pages; it is shown once.
    const seen = new Set<string>();
    return (data?.pages ?? []).flatMap(({ items }) =>
      items.filter(({ id }) => !seen.has(id) && seen.add(id)),
    ) as unknown as Item<O>[];
  }, [data]);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return { rows, more: hasNextPage ? more : undefined, reading };
}
