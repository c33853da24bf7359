import { sql } from 'kysely';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { ScriptRunView } from '#shared/script.ts';

type Row = Omit<ScriptRunView, 'mayDecide' | 'mayCancel'> & { asked_by: string | null };

/** The runs of a ticket, the latest asked for first. */
export async function runsOfTicket(ctx: Ctx, idOrKey: string): Promise<ScriptRunView[]> {
  const { client_id, id } = await findTicket(ctx, idOrKey);
  const { rows } = await sql<Row>`
    select r.id, coalesce(i.merged_into, i.id) as "itemId", i.name as "itemName", r.connector_name as connector, r.script_name as "scriptName", r.parameters,
      r.reason, r.state, r.asked_by, r.asked_by_name as "askedBy", r.asked_at as "askedAt", r.decided_by_name as "decidedBy",
      r.decided_at as "decidedAt", r.decision_note as "decisionNote", r.begun_at as "begunAt", r.ended_at as "endedAt",
      r.output, r.errors, r.cut, r.fault
    from script_runs r join configuration_items i on i.client_id = r.client_id and i.id = r.item_id
    where r.client_id = ${client_id} and r.ticket_id = ${id} order by r.asked_at desc, r.id desc limit 100`.execute(
    ctx.tx,
  );
  const me = actingStaff(ctx);
  const [runs, agrees] = [ctx.can('script.run'), ctx.can('script.agree')];
  return rows.map(({ asked_by, ...row }) => ({
    ...row,
    mayDecide: row.state === 'asked' && agrees && asked_by !== me,
    mayCancel: runs && (row.state === 'asked' || row.state === 'waiting') && (agrees || asked_by === me),
  }));
}
