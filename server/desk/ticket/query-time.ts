import type { Ctx } from '#platform/context/index.ts';
import type { TimeEntryView } from '#shared/ticket.ts';
import type { TicketRecord } from './record.ts';

/** Time worked on a ticket, newest first. */
export async function timeOf(ctx: Ctx, ticket: Pick<TicketRecord, 'client_id' | 'id'>): Promise<TimeEntryView[]> {
  const rows = await ctx.tx
    .selectFrom('time_entries as e')
    .innerJoin('staff as s', 's.id', 'e.staff_id')
    .select(['e.id', 'e.minutes', 'e.note', 'e.billable', 'e.worked_at', 's.id as staff_id', 's.name as staff_name'])
    .where('e.client_id', '=', ticket.client_id)
    .where('e.ticket_id', '=', ticket.id)
    .orderBy('e.worked_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    staff: { id: row.staff_id, name: row.staff_name },
    minutes: row.minutes,
    note: row.note,
    billable: row.billable,
    workedAt: row.worked_at,
  }));
}
