import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type Input } from '#web/api/client.ts';

const OPERATION = 'GET /service-levels/simulations/{id}/flips';
type Query = NonNullable<Input<typeof OPERATION>['query']>;

/** What would come out otherwise, read on page by page. */
export function useFlips(id: string, query: Query) {
  return useInfiniteQuery({
    queryKey: [OPERATION, id, query],
    queryFn: ({ pageParam, signal }) =>
      call(OPERATION, { params: { id }, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // What came of a simulation does not change any more.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
