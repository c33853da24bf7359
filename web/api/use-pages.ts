import { useCallback, useMemo } from 'react';
import type { Input, Item, Listing } from './client.ts';
import { useReadOn } from './read-on.ts';

const PAGE = 100;

/** A list read on as the reader scrolls, page by page; `params` where its address names something. */
export function usePages<O extends Listing>(
  operation: O,
  query: Readonly<Record<string, unknown>>,
  params?: Readonly<Record<string, string>>,
) {
  const asked = { ...(params ? { params } : {}), query: { ...query, limit: PAGE } };
  const reading = useReadOn(operation, asked as unknown as Input<O>);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = reading;
  const rows = useMemo(() => {
    // What moved between two readings may be on both pages; it is shown once.
    const seen = new Set<string>();
    return (data?.pages ?? []).flatMap(({ items }) =>
      (items as readonly { id: string }[]).filter(({ id }) => !seen.has(id) && seen.add(id)),
    ) as unknown as Item<O>[];
  }, [data]);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return { rows, more: hasNextPage ? more : undefined, reading };
}
