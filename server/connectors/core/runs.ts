import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import { decodeCursor, pageOf } from '#platform/http/index.ts';
import type { ConnectorRun } from '#shared/connector.ts';
import type { ConnectorFaultKind } from '#shared/connector-words.ts';
import { adviceFor } from './fault.ts';
import { readConnector } from './rows.ts';

export const notesOf = (notes: Record<string, number>) =>
  Object.entries(notes)
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text));

type Row = Omit<ConnectorRun, 'notes' | 'trouble'> & {
  notes: Record<string, number>;
  faultKind: ConnectorFaultKind | null;
  fault: string;
};

/** The runs of a connector, newest first. */
export async function listRuns(ctx: Ctx, connectorId: string, query: { limit?: number; cursor?: string }) {
  await readConnector(ctx, connectorId);
  const limit = query.limit ?? 50;
  const [at, before] = decodeCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { rows } = await sql<Row>`
    select id, kind, state, started_at as "startedAt", ended_at as "endedAt", counts, notes, fault_kind as "faultKind", fault
    from connector_runs where connector_id = ${connectorId}
      and (${at}::timestamptz is null or (started_at, id) < (${at}::timestamptz, ${before}::uuid))
    order by started_at desc, id desc limit ${limit + 1}`.execute(ctx.tx);
  const page = pageOf(rows, limit, (row) => [row.startedAt, row.id]);
  return { ...page, items: page.items.map(presented) };
}

function presented({ notes, faultKind, fault, ...run }: Row): ConnectorRun {
  const trouble = faultKind ? { kind: faultKind, text: fault, advice: adviceFor(faultKind) } : null;
  return { ...run, notes: notesOf(notes), trouble };
}
