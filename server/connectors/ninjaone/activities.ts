import { type Loose, looseListOf, looseOf, numberOf, ProviderFault } from '#server/connectors/core/index.ts';
import type { Connection } from './connection.ts';

const A_PAGE = 200;
const MOST_PAGES = 20;

/** What happened since; null where it cannot be told completely. */
export type Since = { readonly activities: readonly Loose[]; readonly last: number } | null;

type Page = { readonly activities: readonly (Loose & { readonly id: number })[]; readonly last: number };

/** The id of the latest activity, from which the next listing goes on. */
export async function latestActivity(connection: Connection): Promise<number> {
  return (await page(connection, { pageSize: 1 })).last;
}

/**
 * Every activity behind an id. NinjaOne's document tells `newerThan` and `olderThan` the wrong way round in one of two places; what came
 * says which it is. Null where neither way brings what is newer, or there is more than can be read in a reasonable time.
 */
export async function activitiesSince(
  connection: Connection,
  cursor: number,
  note: (what: string) => void,
): Promise<Since> {
  let newer = 'newerThan';
  let first = await page(connection, { pageSize: A_PAGE, [newer]: cursor });
  if (first.activities.some(({ id }) => id <= cursor)) {
    note('NinjaOne means older activities by newerThan');
    newer = 'olderThan';
    first = await page(connection, { pageSize: A_PAGE, [newer]: cursor });
    if (first.activities.some(({ id }) => id <= cursor)) return null;
  }
  const found = new Map<number, Loose>();
  const idsOf = ({ activities }: Page) => [activities[0]?.id ?? cursor, activities.at(-1)?.id ?? cursor] as const;
  // Pages that begin with the newest are followed back, others on.
  const [begin, end] = idsOf(first);
  const isForward = begin <= end;
  const older = newer === 'newerThan' ? 'olderThan' : 'newerThan';
  let last = first.last;
  let read = first;
  for (let pages = 1; read.activities.length > 0; pages++) {
    const before = found.size;
    for (const activity of read.activities) if (activity.id > cursor) found.set(activity.id, activity);
    const [, reached] = idsOf(read);
    if (!isForward && reached <= cursor + 1) break;
    if (pages === MOST_PAGES || found.size === before) return null;
    const way = isForward ? { [newer]: reached } : { [newer]: cursor, [older]: reached };
    read = await page(connection, { pageSize: A_PAGE, ...way });
    last = Math.max(last, read.last);
  }
  return { activities: [...found.values()], last: Math.max(cursor, last, ...found.keys()) };
}

async function page(connection: Connection, query: Readonly<Record<string, number>>): Promise<Page> {
  const told = looseOf(await connection.json({ path: '/v2/activities', query }));
  if (!Array.isArray(told['activities'])) throw new ProviderFault('malformed', 'NinjaOne answered no activities.');
  const activities = looseListOf(told['activities']).flatMap((activity) => {
    const id = numberOf(activity['id']);
    return id === null ? [] : [{ ...activity, id }];
  });
  return { activities, last: numberOf(told['lastActivityId']) ?? Math.max(0, ...activities.map(({ id }) => id)) };
}
