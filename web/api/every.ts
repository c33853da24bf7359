import { call, type Input, type Item, type Listing } from './client.ts';

const MOST_A_PAGE = 200;

/** Everything of a list that a query finds, read page after page: for pickers and files, where it is some hundreds. */
export async function everyOf<O extends Listing>(
  operation: O,
  query: Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<Item<O>[]> {
  const all: Item<O>[] = [];
  let cursor: string | null = null;
  do {
    const input = { query: { ...query, limit: MOST_A_PAGE, ...(cursor ? { cursor } : {}) } };
    const page = (await call(operation, input as unknown as Input<O>, signal ? { signal } : {})) as {
      items: Item<O>[];
      nextCursor: string | null;
    };
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
