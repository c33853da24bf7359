import { type RawBuilder, sql } from 'kysely';
import { dayStart } from '#kernel/day.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { FlowQuery } from '#shared/value-stream.ts';
import { type StreamInForce, streamsInForce } from './in-force.ts';

const MOST_DAYS = 731;
const DAY_MS = 86_400_000;
const ZONE = "select time_zone as zone from clients where kind = 'internal'";

/** The stream in force; `not_found` where there is none of this id, or none in force. */
export async function streamInForce(ctx: Ctx, id: string): Promise<StreamInForce> {
  const found = (await streamsInForce(ctx)).find((one) => one.id === id.toLowerCase());
  if (!found) throw notFound('value stream in force');
  return found;
}

/** Two days by the provider's clock (UTC for whoever does not see it), as instants; the end is the first that is out of the period. */
export async function periodOf(ctx: Ctx, { from, to }: { from: string; to: string }) {
  if (to < from) throw invalid([{ path: 'to', message: 'must not be before from' }]);
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw invalid([{ path: 'to', message: 'must be within two years of from' }]);
  const [provider] = await ctx.hot<{ zone: string }>('stream_zone', ZONE, []);
  const zone = provider?.zone ?? 'UTC';
  const [fromAt, untilAt] = [dayStart(from, zone), dayStart(to, zone, 1)];
  if (fromAt === null) throw invalid([{ path: 'from', message: 'must be a day' }]);
  if (untilAt === null) throw invalid([{ path: 'to', message: 'must be a day' }]);
  return { fromAt, untilAt };
}

/** The rows of the ledger `s` that a question is about, in the reader's sight. */
export function rowsAbout(
  { scope }: Ctx,
  { id, number }: StreamInForce,
  { fromAt, untilAt }: { fromAt: string; untilAt: string },
  { clientId, teamId, categoryId }: Pick<FlowQuery, 'clientId' | 'teamId' | 'categoryId'>,
): RawBuilder<unknown> {
  const where = [
    sql`s.stream_id = ${id}::uuid and s.number = ${number} and s.ended_at >= ${fromAt}::timestamptz and s.ended_at < ${untilAt}::timestamptz`,
    ...(scope.allClients ? [] : [sql`s.client_id = any (${[...scope.clientIds]}::uuid[])`]),
    ...(clientId ? [sql`s.client_id = ${clientId}::uuid`] : []),
    ...(teamId ? [sql`s.team_id = ${teamId}::uuid`] : []),
    ...(categoryId ? [sql`s.category_id in (${belowOf(categoryId)})`] : []),
  ];
  return sql.join(where, sql` and `);
}

/** A category and those below it. */
const belowOf = (id: string) => sql`
  with recursive below as (
    select c.id from categories c where c.id = ${id}::uuid
    union select c.id from categories c join below b on c.parent_id = b.id)
  select id from below`;
