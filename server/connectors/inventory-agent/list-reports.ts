import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { AgentReportQuery, AgentReportView } from '#shared/inventory-agent.ts';

const USUAL = 50;

/** What agents of a client's machines said last, newest first. */
export async function listReports(
  ctx: Ctx,
  clientId: string,
  query: AgentReportQuery,
): Promise<{ items: AgentReportView[]; nextCursor: string | null }> {
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  const limit = query.limit ?? USUAL;
  const [at, id] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<AgentReportView>`
    select r.id, r.external_id as "externalId", r.name, r.agent, json_build_object('id', k.id, 'name', k.name) as "enrolmentKey",
      r.received_at as "receivedAt"
    from agent_reports r join enrolment_keys k on k.client_id = r.client_id and k.id = r.key_id
    where r.client_id = ${clientId}
      and (${query.enrolmentKeyId ?? null}::uuid is null or r.key_id = ${query.enrolmentKeyId ?? null})
      and (${query.externalId ?? null}::text is null or r.external_id = ${query.externalId ?? null})
      and (${at}::timestamptz is null or (r.received_at, r.id) < (${at}::timestamptz, ${id}::uuid))
    order by r.received_at desc, r.id desc limit ${limit + 1}`.execute(ctx.tx);
  return pageOf(rows, limit, (row) => [row.receivedAt, row.id]);
}

/** By which hash a report is kept. Throws `not_found`. */
export async function findReport(ctx: Ctx, clientId: string, id: string): Promise<string> {
  const row = await ctx.tx
    .selectFrom('agent_reports')
    .select('sha256')
    .where('client_id', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('report');
  return row.sha256;
}
