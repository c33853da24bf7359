import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ConnectorCall } from '#shared/connector.ts';
import type { CallState } from '#shared/connector-words.ts';
import { readConnector } from '../rows.ts';

/** What a connector was called with, newest first, each with what became of it. Under the program's scope. */
export async function listCalls(
  ctx: Ctx,
  connectorId: string,
  query: { limit?: number; cursor?: string; state?: CallState },
) {
  await readConnector(ctx, connectorId);
  const limit = query.limit ?? 50;
  const [at, before] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<ConnectorCall>`
    select id, received_at as "receivedAt", address, size, state, why, alerts from connector_calls
    where connector_id = ${connectorId} and (${query.state ?? null}::text is null or state = ${query.state ?? null})
      and (${at}::timestamptz is null or (received_at, id) < (${at}::timestamptz, ${before}::uuid))
    order by received_at desc, id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.receivedAt, row.id]);
}

/** So much of a body is shown. */
const MOST_SHOWN = 1_048_576;

/** What a call brought, as it came; of a large one its beginning. */
export async function readCall(
  ctx: Ctx,
  connectorId: string,
  id: string,
): Promise<{ headers: Record<string, string>; body: string }> {
  const row = await ctx.tx
    .selectFrom('connector_calls')
    .select(['headers', 'body'])
    .where('connector_id', '=', connectorId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('call');
  const bytes = row.body ?? Buffer.alloc(0);
  const rest = bytes.length > MOST_SHOWN ? `\n… and ${bytes.length - MOST_SHOWN} bytes more` : '';
  // NUL is no text that a program takes, though a body may hold it.
  const body = bytes.subarray(0, MOST_SHOWN).toString('utf8').replaceAll('\0', '\ufffd') + rest;
  return { headers: row.headers as Record<string, string>, body };
}
