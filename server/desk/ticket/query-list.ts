import { CompiledQuery } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { type CursorKind, decodeCursor, encodeCursor, JsonText } from '#platform/http/index.ts';
import {
  COUNT_CAP,
  type TicketFilter,
  type TicketFilterQuery,
  type TicketPage,
  type TicketSort,
} from '#shared/ticket.ts';
import { filterConditions } from './query-conditions.ts';
import { type Place, rowsJson } from './query-rows.ts';
import { searchPlaces } from './query-search.ts';

/** The order of each sort, and the columns that a cursor holds. */
const SORTS: Record<
  TicketSort,
  { order: string; after: string; columns: readonly Column[]; kinds: readonly CursorKind[]; only?: string }
> = {
  updated: {
    order: 't.updated_at desc, t.id desc',
    after: '(t.updated_at, t.id) < (?::timestamptz, ?::uuid)',
    columns: ['updated_at', 'id'],
    kinds: ['instant', 'id'],
  },
  created: {
    order: 't.created_at desc, t.id desc',
    after: '(t.created_at, t.id) < (?::timestamptz, ?::uuid)',
    columns: ['created_at', 'id'],
    kinds: ['instant', 'id'],
  },
  priority: {
    order: 't.priority, t.created_at, t.id',
    after: '(t.priority, t.created_at, t.id) > (?::smallint, ?::timestamptz, ?::uuid)',
    columns: ['priority', 'created_at', 'id'],
    kinds: ['number', 'instant', 'id'],
  },
  due: {
    order: 't.due_at, t.id',
    after: '(t.due_at, t.id) > (?::timestamptz, ?::uuid)',
    columns: ['due_at', 'id'],
    kinds: ['instant', 'id'],
    only: 't.due_at is not null',
  },
};

type Column = 'updated_at' | 'created_at' | 'due_at' | 'priority' | 'id';
type Found = Place & Record<Column, string | number>;

/** Where the tickets of a page are, in order, and where the next page begins. */
export type PlacesPage = { places: readonly Place[]; nextCursor: string | null };

/** A page of the queue: filtered, sorted, by keyset. With `q` the order is that of the search. */
export async function listTickets(ctx: Ctx, query: TicketFilterQuery): Promise<TicketPage> {
  return JSON.parse((await listTicketsJson(ctx, query)).text);
}

/** The same as the text that the API sends. */
export async function listTicketsJson(ctx: Ctx, query: TicketFilterQuery): Promise<JsonText<TicketPage>> {
  const limit = query.limit ?? 50;
  const { places, nextCursor } = query.q?.trim()
    ? await searchPlaces(ctx, query, query.q, limit)
    : await sortedPlaces(ctx, query, limit);
  // The page is found first, by one table and one index, so that the joins touch only what is shown.
  return new JsonText(`{"items":${await rowsJson(ctx, places)},"nextCursor":${JSON.stringify(nextCursor)}}`);
}

async function sortedPlaces(ctx: Ctx, query: TicketFilterQuery, limit: number): Promise<PlacesPage> {
  const sort = SORTS[query.sort ?? 'updated'];
  const conditions = filterConditions(ctx, query);
  if (sort.only) conditions.add(sort.only);
  const cursor = decodeCursor(query.cursor, sort.kinds);
  if (cursor) conditions.add(sort.after, ...cursor);
  const columns = sort.columns.filter((column) => column !== 'id').map((column) => `, t.${column}`);
  const text = `select t.client_id, t.id${columns.join('')} from tickets t ${conditions.where} order by ${sort.order} limit ${limit + 1}`;
  const { rows } = await ctx.tx.executeQuery<Found>(CompiledQuery.raw(text, conditions.values));
  const places = rows.slice(0, limit);
  const last = places.at(-1);
  const more = rows.length > limit && last;
  return { places, nextCursor: more ? encodeCursor(sort.columns.map((column) => last[column])) : null };
}

/** How many tickets a filter finds, looking no further than the cap: 1000 means "999+". */
export async function countTickets(ctx: Ctx, filter: TicketFilter): Promise<number> {
  if (filter.q?.trim()) return (await searchPlaces(ctx, filter, filter.q, COUNT_CAP)).places.length;
  const conditions = filterConditions(ctx, filter);
  const text = `select count(*)::int as count from (select from tickets t ${conditions.where} limit ${COUNT_CAP}) capped`;
  const { rows } = await ctx.tx.executeQuery<{ count: number }>(CompiledQuery.raw(text, conditions.values));
  return rows[0]?.count ?? 0;
}
