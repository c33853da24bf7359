import { everyRecord, type Loose } from '#server/connectors/core/index.ts';
import type { Connection, ListPage } from './connection.ts';

/**
 * Every record of a list once, known by `idOf`, although records come and go between its pages. With `once` it is read a single time, for
 * whoever draws no conclusion from what is missing.
 */
export function recordsOf(
  connection: Connection,
  list: { readonly path: string; readonly key: string; readonly idOf: (record: Loose) => string | null },
  options: { readonly once: boolean },
): AsyncGenerator<readonly Loose[]> {
  let pages: AsyncGenerator<ListPage> | null = null;
  return everyRecord<Loose>(
    async (number) => {
      if (number === 1 || pages === null) pages = connection.pages(list.path, list.key);
      const { value } = await pages.next();
      return value ? { items: value.records, isLast: value.isLast } : { items: [], isLast: true };
    },
    list.idOf,
    options,
  );
}
