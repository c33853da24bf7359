import { CompiledQuery } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, encodeCursor } from '#platform/http/index.ts';
import { type Hit, type SearchWithin, searchTickets, wordsOf } from '#server/desk/search/index.ts';
import type { TicketFilter, TicketFilterQuery } from '#shared/ticket-filter.ts';
import { ticketNamed } from './find.ts';
import { filterConditions, lookUp } from './query-conditions.ts';
import type { PlacesPage } from './query-list.ts';
import type { Place } from './query-rows.ts';

/** A filter that finds no more than this is asked first, and the words are looked for in what it found. */
const FEW = 2_000;
/** Otherwise the words are asked first: so many hits are put through the filter at a time, and so many times per page. */
const BATCH = 500;
const BATCHES = 6;

/** Categories that say a ticket is not over. */
const OPEN = new Set(['open', 'new', 'waiting']);

/**
 * The one ticket whose key is the text, where it passes the filter. Else a page of the tickets that have all the words and pass the filter, newest change of their words or state first. Where both find
 * very many and little in common, a page may be short and still have one after it; it never keeps silent about the rest.
 */
export async function searchPlaces(
  ctx: Ctx,
  query: TicketFilterQuery,
  text: string,
  limit: number,
): Promise<PlacesPage> {
  // Signs alone, such as an emoji, are in no index: nothing need be asked.
  if (wordsOf(text).length === 0) return { places: [], nextCursor: null };
  const named = await ticketNamed(ctx, text);
  if (named && (await passing(ctx, query, [named])).length > 0) return pageOf([named], limit);
  const cursor = decodeCursor(query.cursor, ['instant', 'id']);
  const before = cursor ? { at: String(cursor[0]), id: String(cursor[1]) } : null;
  const within: SearchWithin = {
    openOnly: query.status?.every((word) => OPEN.has(word)) ?? false,
    ...(query.clientId?.length === 1 ? { clientId: query.clientId[0] as string } : {}),
  };
  const hits = async (where: SearchWithin, most: number, from: Before) =>
    (await searchTickets(ctx, text, where, most, from)).hits;
  if (isAllSaid(query)) return pageOf(await hits(within, limit + 1, before), limit);
  const few = await fewOf(ctx, query);
  if (few) return pageOf(await hits({ among: few }, limit + 1, before), limit);
  return sifted(ctx, query, (from) => hits(within, BATCH, from), limit, before);
}

/** Whether the search itself keeps to the whole filter: at most one client, and what is open. */
function isAllSaid({ q: _q, cursor: _c, limit: _l, sort: _s, clientId, status, ...rest }: TicketFilterQuery): boolean {
  const plain = status === undefined || (status.length === 1 && status[0] === 'open');
  return plain && (clientId?.length ?? 1) === 1 && Object.values(rest).every((value) => value === undefined);
}

/** The tickets of the filter where they are few enough to look into each; null where they are many. */
async function fewOf(ctx: Ctx, filter: TicketFilter): Promise<Place[] | null> {
  const conditions = filterConditions(ctx, filter, await lookUp(ctx, filter));
  const text = `select t.client_id, t.id from tickets t ${conditions.where} limit ${FEW + 1}`;
  const { rows } = await ctx.tx.executeQuery<Place>(CompiledQuery.raw(text, conditions.values));
  return rows.length > FEW ? null : rows;
}

type Before = { at: string; id: string } | null;

async function sifted(
  ctx: Ctx,
  filter: TicketFilter,
  hitsFrom: (before: Before) => Promise<readonly Hit[]>,
  limit: number,
  from: Before,
): Promise<PlacesPage> {
  const found: Hit[] = [];
  let before = from;
  for (let batch = 0; batch < BATCHES; batch++) {
    const hits = await hitsFrom(before);
    found.push(...(await passing(ctx, filter, hits)));
    const last = hits.at(-1);
    if (found.length > limit || !last || hits.length < BATCH) return pageOf(found, limit);
    before = { at: last.updated_at, id: last.id };
  }
  return { places: found, nextCursor: before && encodeCursor([before.at, before.id]) };
}

/** Those of the hits that pass the filter, in their order. */
async function passing(ctx: Ctx, filter: TicketFilter, hits: readonly Hit[]): Promise<Hit[]> {
  if (hits.length === 0) return [];
  const conditions = filterConditions(ctx, filter, await lookUp(ctx, filter));
  const clients = conditions.value(hits.map((hit) => hit.client_id));
  const ids = conditions.value(hits.map((hit) => hit.id));
  const text = `select t.id from unnest(${clients}::uuid[], ${ids}::uuid[]) hit (client_id, id)
    join tickets t on t.client_id = hit.client_id and t.id = hit.id ${conditions.where}`;
  const { rows } = await ctx.tx.executeQuery<{ id: string }>(CompiledQuery.raw(text, conditions.values));
  const passed = new Set(rows.map((row) => row.id));
  return hits.filter((hit) => passed.has(hit.id));
}

function pageOf(hits: readonly Hit[], limit: number): PlacesPage {
  const places = hits.slice(0, limit);
  const last = places.at(-1);
  return { places, nextCursor: hits.length > limit && last ? encodeCursor([last.updated_at, last.id]) : null };
}
