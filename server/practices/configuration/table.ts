import type { Ctx } from '#platform/context/index.ts';
import { csvOf } from '#shared/csv-words.ts';
import type { EstateItemRow, ItemsTable, ItemTableQuery } from '#shared/estate.ts';
import { rowsOf } from './queries.ts';

/** So many items stand in a table; whoever needs more asks for a part of them at a time, or for the list page by page. */
const MOST = 10_000;

const COLUMNS: readonly (readonly [string, (item: EstateItemRow) => string | null])[] = [
  ['Name', ({ name }) => name],
  ['Client', ({ client }) => client.name],
  ['Site', ({ site }) => site?.name ?? ''],
  ['Class', ({ className }) => className],
  ['State', ({ state }) => state.replaceAll('_', ' ')],
  ['Contact', ({ contact }) => contact?.name ?? ''],
  ['Last user', ({ lastUser }) => lastUser],
  ['Asset tag', ({ assetTag }) => assetTag],
  ['Manufacturer', ({ manufacturer }) => manufacturer],
  ['Model', ({ model }) => model],
  ['Serial number', ({ serial }) => serial],
  ['Purchased on', ({ purchasedOn }) => purchasedOn],
  ['Warranty until', ({ warrantyUntil }) => warrantyUntil],
  ['Online', ({ online }) => (online === null ? '' : String(online))],
  ['Last seen', ({ lastSeenAt }) => lastSeenAt],
  ['Id', ({ id }) => id],
];

/** The items that a filter finds as comma-separated values, in the order of the list; no value of them is taken for a formula. */
export async function tableOfItems(ctx: Ctx, query: ItemTableQuery): Promise<ItemsTable> {
  const found = await rowsOf(ctx, query, MOST + 1, null);
  const items = found.slice(0, MOST);
  const lines = items.map((item) => COLUMNS.map(([, of]) => of(item) ?? ''));
  return {
    csv: csvOf([COLUMNS.map(([name]) => name), ...lines]),
    items: items.length,
    more: found.length > items.length,
  };
}
