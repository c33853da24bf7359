import { sql } from 'kysely';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { grantsOf } from './load-contracts.ts';

/** Keeps what a client's blocks hold of the months that have begun by a day, once each. */
export async function keepGrants(ctx: Ctx, clientId: string, by: string): Promise<void> {
  const rows = (await grantsOf(ctx, clientId, by)).map(({ lineId, month, from, until, left }) => ({
    ...{ id: newId(), line_id: lineId, month, from_day: from, until_day: until, granted: left },
  }));
  if (rows.length === 0) return;
  await sql`
    insert into block_grants (client_id, id, line_id, month, from_day, until_day, granted, remaining)
    select ${clientId}, id, line_id, month, from_day, until_day, granted, granted
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, line_id uuid, month int, from_day date, until_day date, granted bigint)
    on conflict (client_id, line_id, month) do nothing`.execute(ctx.tx);
}
