import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type Input, type Item, type Listing } from './client.ts';

type Page<O extends Listing> = { items: Item<O>[]; nextCursor: string | null };
type Options = { staleTime?: number };

/** Reads a list on from page to page, as long as somebody asks for more; `input` is what each page is asked with. */
export function useReadOn<O extends Listing>(operation: O, input: Partial<Input<O>>, options: Options = {}) {
  const { query } = input as { query?: object };
  return useInfiniteQuery({
    queryKey: [operation, 'pages', input],
    queryFn: ({ pageParam, signal }) =>
      call(operation, { ...input, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } } as Input<O>, {
        signal,
      }) as Promise<unknown> as Promise<Page<O>>,
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    ...options,
  });
}
