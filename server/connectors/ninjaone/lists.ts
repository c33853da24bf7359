import { idOf, type Loose, looseListOf, looseOf, ProviderFault, textOf } from '#server/connectors/core/index.ts';
import type { Connection } from './connection.ts';

const RECORDS_A_PAGE = 250;
const ROWS_A_PAGE = 1_000;
/** How often a query is begun anew whose cursor went astray. */
const BEGINNINGS = 3;

/** The id of a record or of the device that a row is about: a whole number. */
export const numberIdOf = (value: unknown): string | null => {
  const id = idOf(value);
  return id !== null && /^\d+$/.test(id) ? id : null;
};

/**
 * Every record of a list, page by page from behind the last id, so that nothing is missed when something goes or comes meanwhile. A page
 * may hold less than was asked for: the list ends with an empty one.
 */
export async function* recordsOf(connection: Connection, path: string): AsyncGenerator<readonly Loose[]> {
  const seen = new Set<string>();
  let after: string | undefined;
  let largest = 0;
  for (;;) {
    const page = await connection.list({ path, query: { pageSize: RECORDS_A_PAGE, after } });
    if (page.length === 0) return;
    const last = page.map((record) => numberIdOf(record['id'])).findLast((id) => id !== null);
    // Nothing follows what is left of the last page, and that is all beyond reading.
    if (last === undefined && page.length < largest) return;
    largest = Math.max(largest, page.length);
    if (last === undefined || last === after)
      throw new ProviderFault('malformed', `The list ${path} of NinjaOne does not move on from page to page.`);
    yield page.filter((record) => {
      const id = numberIdOf(record['id']);
      return id !== null && !seen.has(id) && seen.add(id);
    });
    after = last;
  }
}

/**
 * What `read` makes of the rows of a query, by device. Only that is held while the pages come: a row has many times the words that are needed.
 * A call moves its cursor on even when the answer is lost on the way, so none is made twice: the query is begun anew instead. `filter` is a
 * device filter such as `org = 7`.
 */
export async function rowsByDevice<Row>(
  connection: Connection,
  query: string,
  read: (row: Loose) => Row | null,
  filter?: string,
): Promise<Map<string, Row[]>> {
  for (let beginning = 1; ; beginning++) {
    const found = new Map<string, Row[]>();
    try {
      for await (const page of pagesOf(connection, `/v2/queries/${query}`, filter))
        for (const row of page) {
          const id = numberIdOf(row['deviceId']);
          const own = id === null ? null : read(row);
          if (id === null || own === null) continue;
          const others = found.get(id);
          if (others) others.push(own);
          else found.set(id, [own]);
        }
      return found;
    } catch (error) {
      const isPassing = error instanceof ProviderFault && error.kind === 'unreachable';
      if (!isPassing || beginning === BEGINNINGS) throw error;
    }
  }
}

async function* pagesOf(
  connection: Connection,
  path: string,
  filter: string | undefined,
): AsyncGenerator<readonly Loose[]> {
  let cursor: string | undefined;
  for (;;) {
    const asked = cursor === undefined ? { df: filter } : { cursor };
    const told = looseOf(
      await connection.json({ path, query: { pageSize: ROWS_A_PAGE, ...asked }, isRepeatable: cursor === undefined }),
    );
    if (!Array.isArray(told['results']))
      throw new ProviderFault('malformed', `NinjaOne answered no results to ${path}.`);
    if (told['results'].length === 0) return;
    yield looseListOf(told['results']);
    const next = textOf(looseOf(told['cursor'])['name']);
    if (next === null) return;
    cursor = next;
  }
}
