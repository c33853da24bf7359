import { ProviderFault } from './provider.ts';

/** A page of a list: its records, and whether none comes after it. */
export type ListedPage<T> = { readonly items: readonly T[]; readonly isLast: boolean };

/** Readings of the whole list after the first; whatever still moves then is left to the next listing. */
const MOST_READINGS = 4;

/**
 * Everything of a list that is numbered by pages, each record once, although records are added and removed while it is read. One that
 * is removed moves those behind it forward, so that the first of the next page is never seen: a list of more than one page is read
 * again until a reading brings nothing new. With `once` it is not, for whoever draws no conclusion from what is missing.
 * `read` is given the number of a page, from 1; `idOf` what a record is known by, null for what cannot be one. Throws `malformed` where
 * the pages do not move on.
 */
export async function* everyRecord<T>(
  read: (page: number) => Promise<ListedPage<T>>,
  idOf: (record: T) => string | null,
  options: { readonly once: boolean },
): AsyncGenerator<readonly T[]> {
  const seen = new Set<string>();
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const met = new Set<string>();
    let found = 0;
    for (let number = 1, isLast = false; !isLast; number++) {
      const page = await read(number);
      const before = met.size;
      for (const record of page.items) met.add(idOf(record) ?? '');
      if (!page.isLast && met.size === before)
        throw new ProviderFault('malformed', 'The list does not move on from page to page.');
      const fresh = page.items.filter((record) => {
        const id = idOf(record);
        return id !== null && !seen.has(id) && seen.add(id);
      });
      found += fresh.length;
      if (fresh.length > 0) yield fresh;
      isLast = page.isLast;
      if (isLast && number === 1) return;
    }
    if (options.once || found === 0) return;
  }
}
