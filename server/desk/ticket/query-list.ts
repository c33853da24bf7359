import { CompiledQuery } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { type CursorKind, decodeCursor, pageOf } from '#platform/http/index.ts';
import { type Hit, searchTickets } from '#server/desk/search/index.ts';
import {
  COUNT_CAP,
  type TicketFilter,
  type TicketFilterQuery,
  type TicketPage,
  type TicketRow,
  type TicketSort,
} from '#shared/ticket.ts';
import { type Conditions, filterConditions } from './query-conditions.ts';
import { presentRow, type RawRow, rowColumns, rowJoins } from './query-rows.ts';

/** The order of each sort, and the columns that a cursor holds. */
const SORTS: Record<
  TicketSort,
  {
    order: string;
    after: string;
    cursor: (row: TicketRow) => (string | number | null)[];
    kinds: readonly CursorKind[];
    only?: string;
  }
> = {
  updated: {
    order: 't.updated_at desc, t.id desc',
    after: '(t.updated_at, t.id) < (?::timestamptz, ?::uuid)',
    cursor: (row) => [row.updatedAt, row.id],
    kinds: ['instant', 'id'],
  },
  created: {
    order: 't.created_at desc, t.id desc',
    after: '(t.created_at, t.id) < (?::timestamptz, ?::uuid)',
    cursor: (row) => [row.createdAt, row.id],
    kinds: ['instant', 'id'],
  },
  priority: {
    order: 't.priority, t.created_at, t.id',
    after: '(t.priority, t.created_at, t.id) > (?::smallint, ?::timestamptz, ?::uuid)',
    cursor: (row) => [row.priority, row.createdAt, row.id],
    kinds: ['number', 'instant', 'id'],
  },
  due: {
    order: 't.due_at, t.id',
    after: '(t.due_at, t.id) > (?::timestamptz, ?::uuid)',
    cursor: (row) => [row.dueAt, row.id],
    kinds: ['instant', 'id'],
    only: 't.due_at is not null',
  },
};

/** A page of the queue: filtered, sorted, by keyset. With `q` the order is the newest change first. */
export async function listTickets(ctx: Ctx, query: TicketFilterQuery): Promise<TicketPage> {
  const limit = query.limit ?? 50;
  if (query.q?.trim()) return searchPage(ctx, query, limit);
  const sort = SORTS[query.sort ?? 'updated'];
  const conditions = filterConditions(ctx, query);
  if (sort.only) conditions.add(sort.only);
  const cursor = decodeCursor(query.cursor, sort.kinds);
  if (cursor) conditions.add(sort.after, ...cursor);
  const rows = await rowsOf(ctx, conditions, sort.order, limit + 1);
  return pageOf(rows, limit, sort.cursor);
}

/** The page's ids are found first, so that the joins touch only the lines that are shown. */
export function listSql(
  conditions: Conditions,
  order: string,
  limit: number,
  me: string | null,
): { text: string; values: unknown[] } {
  const own = conditions.value(me);
  const text = `with page as materialized (select t.* from tickets t ${conditions.where} order by ${order} limit ${limit}) select ${rowColumns(own)} from page t ${rowJoins(own)} order by ${order}`;
  return { text, values: conditions.values };
}

async function rowsOf(ctx: Ctx, conditions: Conditions, order: string, limit: number): Promise<TicketRow[]> {
  const me = ctx.scope.principal === 'staff' ? ctx.scope.principalId : null;
  const { text, values } = listSql(conditions, order, limit, me);
  const { rows } = await ctx.tx.executeQuery<RawRow>(CompiledQuery.raw(text, values));
  return rows.map(presentRow);
}

/** The queue's lines of known tickets, newest change first; those that the caller may not see are not among them. */
export function ticketRows(ctx: Ctx, places: readonly { client_id: string; id: string }[]): Promise<TicketRow[]> {
  if (places.length === 0) return Promise.resolve([]);
  const conditions = filterConditions(ctx, {});
  addHits(
    conditions,
    places.map(({ client_id, id }) => ({ client_id, ticket_id: id })),
  );
  return rowsOf(ctx, conditions, SORTS.updated.order, places.length);
}

/** How many search hits are looked at per page while filters throw some away. */
const SEARCH_BATCH = 200;
const SEARCH_BATCHES = 5;

async function searchPage(ctx: Ctx, query: TicketFilterQuery, limit: number): Promise<TicketPage> {
  const cursor = decodeCursor(query.cursor, SORTS.updated.kinds);
  let before = cursor ? { at: String(cursor[0]), id: String(cursor[1]) } : null;
  const found: TicketRow[] = [];
  const only = query.clientId?.length === 1 ? { clientId: query.clientId[0] as string } : {};
  for (let batch = 0; batch < SEARCH_BATCHES && found.length <= limit; batch++) {
    const hits = await searchTickets(ctx, query.q ?? '', { ...only, limit: SEARCH_BATCH, before });
    const conditions = filterConditions(ctx, query);
    addHits(conditions, hits);
    if (hits.length > 0) found.push(...(await rowsOf(ctx, conditions, SORTS.updated.order, limit + 1)));
    const last = hits.at(-1);
    if (hits.length < SEARCH_BATCH || !last) break;
    before = { at: last.updated_at, id: last.ticket_id };
  }
  return pageOf(found, limit, SORTS.updated.cursor);
}

function addHits(conditions: Conditions, hits: readonly Omit<Hit, 'updated_at'>[]): void {
  conditions.add(
    '(t.client_id, t.id) in (select * from unnest(?::uuid[], ?::uuid[]))',
    hits.map((hit) => hit.client_id),
    hits.map((hit) => hit.ticket_id),
  );
}

/** How many tickets a filter finds, looking no further than the cap: 1000 means "999+". */
export async function countTickets(ctx: Ctx, filter: TicketFilter): Promise<number> {
  const conditions = filterConditions(ctx, filter);
  if (filter.q?.trim()) {
    const only = filter.clientId?.length === 1 ? { clientId: filter.clientId[0] as string } : {};
    addHits(conditions, await searchTickets(ctx, filter.q, { ...only, limit: COUNT_CAP }));
  }
  const text = `select count(*)::int as count from (select from tickets t ${conditions.where} limit ${COUNT_CAP}) capped`;
  const { rows } = await ctx.tx.executeQuery<{ count: number }>(CompiledQuery.raw(text, conditions.values));
  return rows[0]?.count ?? 0;
}
