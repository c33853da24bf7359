import { sql } from 'kysely';
import type { Ctx } from '#platform/context/index.ts';
import type { ConnectorHealth } from '#shared/connector.ts';
import { readConnector } from './rows.ts';
import { notesOf } from './runs.ts';

const DAY_MS = 86_400_000;

/** How a connector is doing beyond its tasks: whose its devices are, what was odd, and what called. Under the program's scope. */
export async function connectorHealth(ctx: Ctx, id: string): Promise<ConnectorHealth> {
  await readConnector(ctx, id);
  const since = new Date(Date.parse(ctx.now) - DAY_MS).toISOString();
  const devices = await sql<{ clientId: string | null; name: string | null; devices: number }>`
    select c.id as "clientId", c.name, count(*)::integer as devices
    from connector_devices d join connectors k on k.id = d.connector_id
      left join connector_sites s on s.connector_id = d.connector_id and s.external_id = d.site
      left join clients c on c.id = case when s.ignored then null else coalesce(s.for_client_id, k.serves_id) end
    where d.connector_id = ${id} group by c.id, c.name order by 3 desc, lower(c.name)`.execute(ctx.tx);
  const runs = await sql<{ notes: Record<string, number> }>`
    select notes from (select distinct on (kind) kind, notes from connector_runs
      where connector_id = ${id} and state = 'done' and kind <> 'test' order by kind, started_at desc) last`.execute(
    ctx.tx,
  );
  const calls = await sql<ConnectorHealth['callsOfDay']>`
    select count(*) filter (where state = 'done')::integer as taken, count(*) filter (where state = 'refused')::integer as refused,
      count(*) filter (where state = 'malformed')::integer as malformed,
      count(*) filter (where state = 'too_large')::integer as "tooLarge", least(coalesce(sum(left_off), 0), 2147483647)::integer as "leftOff"
    from connector_calls where connector_id = ${id} and received_at >= ${since}`.execute(ctx.tx);
  const limits = await sql<{ count: number }>`
    select count(*)::integer as count from connector_runs
    where connector_id = ${id} and started_at >= ${since} and fault_kind = 'limited'`.execute(ctx.tx);
  const notes = new Map<string, number>();
  for (const run of runs.rows)
    for (const { text, count } of notesOf(run.notes)) notes.set(text, (notes.get(text) ?? 0) + count);
  return {
    perClient: devices.rows.filter((row) => row.clientId !== null).map((row) => ({ ...row, name: row.name ?? '' })),
    unmappedDevices: devices.rows.find((row) => row.clientId === null)?.devices ?? 0,
    notes: [...notes].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
    callsOfDay: calls.rows[0] ?? { taken: 0, refused: 0, malformed: 0, tooLarge: 0, leftOff: 0 },
    limitsOfDay: limits.rows[0]?.count ?? 0,
  };
}
