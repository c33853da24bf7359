import { CompiledQuery } from 'kysely';
import { usualSort } from '#kernel/filter.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type CursorKind, decodeCursor, encodeCursor, JsonText } from '#platform/http/index.ts';
import type { TicketPage } from '#shared/ticket.ts';
import type { TicketFilter, TicketFilterQuery, TicketSort } from '#shared/ticket-filter.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { filterConditions, lookUp } from './query-conditions.ts';
import { type Place, rowsJson } from './query-rows.ts';
import { searchPlaces } from './query-search.ts';

type Column = 'updated_at' | 'created_at' | 'resolved_at' | 'due_at' | 'priority' | 'id';
type Found = Place & Record<Column, string | number | null>;
type Cursor = readonly (string | number | null)[];
type Segment = { order: string; after: string; only?: string };
type Sort = {
  /** One after the other; each is walked by an index of its own. */
  segments: readonly Segment[];
  /** The columns that a cursor holds, and what they are. */
  columns: readonly Column[];
  kinds: readonly CursorKind[];
  /** Where a cursor goes on: in which segment, after which values. */
  goOn(cursor: Cursor): { index: number; values: Cursor };
};

const UPDATED: Segment = {
  order: 't.updated_at desc, t.id desc',
  after: '(t.updated_at, t.id) < (?::timestamptz, ?::uuid)',
};
const whole = (segment: Segment) => ({ segments: [segment], goOn: (values: Cursor) => ({ index: 0, values }) });
/** How a cursor goes on where those that have an instant come first, and after them the others by their last change. */
function thenByChange(column: Column): Pick<Sort, 'columns' | 'kinds' | 'goOn'> {
  return {
    columns: [column, 'updated_at', 'id'],
    kinds: ['instant or null', 'instant', 'id'],
    goOn: ([at = null, updated = null, id = null]) =>
      at === null ? { index: 1, values: [updated, id] } : { index: 0, values: [at, id] },
  };
}

const SORTS: Record<TicketSort, Sort> = {
  updated: { ...whole(UPDATED), columns: ['updated_at', 'id'], kinds: ['instant', 'id'] },
  created: {
    ...whole({
      order: 't.created_at desc, t.id desc',
      after: '(t.created_at, t.id) < (?::timestamptz, ?::uuid)',
    }),
    columns: ['created_at', 'id'],
    kinds: ['instant', 'id'],
  },
  priority: {
    ...whole({
      order: 't.priority, t.created_at, t.id',
      after: '(t.priority, t.created_at, t.id) > (?::smallint, ?::timestamptz, ?::uuid)',
    }),
    columns: ['priority', 'created_at', 'id'],
    kinds: ['number', 'instant', 'id'],
  },
  // What is due first, then what has no due time, newest change first.
  due: {
    segments: [
      { only: 't.due_at is not null', order: 't.due_at, t.id', after: '(t.due_at, t.id) > (?::timestamptz, ?::uuid)' },
      { only: 't.due_at is null', ...UPDATED },
    ],
    ...thenByChange('due_at'),
  },
  resolved: {
    segments: [
      {
        only: 't.resolved_at is not null',
        order: 't.resolved_at desc, t.id desc',
        after: '(t.resolved_at, t.id) < (?::timestamptz, ?::uuid)',
      },
      { only: 't.resolved_at is null', ...UPDATED },
    ],
    ...thenByChange('resolved_at'),
  },
};

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
  const { segments, columns, kinds, goOn } = SORTS[query.sort ?? usualSort(query)];
  const cursor = decodeCursor(query.cursor, kinds);
  const from = cursor ? goOn(cursor) : { index: 0, values: null };
  const found: Found[] = [];
  const lookedUp = await lookUp(ctx, query);
  for (const [index, { only, order, after }] of segments.entries()) {
    if (index < from.index || found.length > limit) continue;
    const conditions = filterConditions(ctx, query, lookedUp);
    if (only) conditions.add(only);
    if (index === from.index && from.values) conditions.add(after, ...from.values);
    const extra = columns.filter((column) => column !== 'id').map((column) => `, t.${column}`);
    const text = `select t.client_id, t.id${extra.join('')} from tickets t ${conditions.where} order by ${order} limit ${limit + 1 - found.length}`;
    const { rows } = await ctx.tx.executeQuery<Found>(CompiledQuery.raw(text, conditions.values));
    found.push(...rows);
  }
  const places = found.slice(0, limit);
  const last = places.at(-1);
  const more = found.length > limit && last;
  return { places, nextCursor: more ? encodeCursor(columns.map((column) => last[column])) : null };
}

/** Where the tickets of a filter are, at most so many. */
export async function placesOf(ctx: Ctx, filter: TicketFilter, limit: number): Promise<readonly Place[]> {
  if (filter.q?.trim()) return (await searchPlaces(ctx, filter, filter.q, limit)).places;
  const conditions = filterConditions(ctx, filter, await lookUp(ctx, filter));
  const text = `select t.client_id, t.id from tickets t ${conditions.where} order by t.id limit ${limit}`;
  return (await ctx.tx.executeQuery<Place>(CompiledQuery.raw(text, conditions.values))).rows;
}

/** How many tickets a filter finds, looking no further than the cap: 1000 means "999+". */
export async function countTickets(ctx: Ctx, filter: TicketFilter): Promise<number> {
  if (filter.q?.trim()) return (await searchPlaces(ctx, filter, filter.q, COUNT_CAP)).places.length;
  const conditions = filterConditions(ctx, filter, await lookUp(ctx, filter));
  const text = `select count(*)::int as count from (select from tickets t ${conditions.where} limit ${COUNT_CAP}) capped`;
  const { rows } = await ctx.tx.executeQuery<{ count: number }>(CompiledQuery.raw(text, conditions.values));
  return rows[0]?.count ?? 0;
}
