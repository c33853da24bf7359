import {
  everyRecord,
  type ListedPage,
  type Loose,
  looseListOf,
  numberOf,
  ProviderFault,
} from '#server/connectors/core/index.ts';
import type { Calls } from './calls.ts';

/** The most that N-central documents. */
const PAGE_SIZE = 200;

/** Every record of a list, in the parts in which they come; see `everyRecord` for `idOf` and `once`. */
export function recordsOf(
  calls: Calls,
  path: string,
  idOf: (record: Loose) => string | null,
  options: { readonly once: boolean } = { once: false },
): AsyncGenerator<readonly Loose[]> {
  return everyRecord((page) => pageOf(calls, path, page), idOf, options);
}

async function pageOf(calls: Calls, path: string, pageNumber: number): Promise<ListedPage<Loose>> {
  const page = await calls.get(path, { pageNumber, pageSize: PAGE_SIZE });
  const { data } = page;
  if (!Array.isArray(data)) throw new ProviderFault('malformed', `N-central’s answer to ${path} holds no list.`);
  const pages = numberOf(page['totalPages']);
  const isLast = pages === null ? data.length < (numberOf(page['pageSize']) ?? PAGE_SIZE) : pageNumber >= pages;
  return { items: looseListOf(data), isLast: isLast || data.length === 0 };
}
