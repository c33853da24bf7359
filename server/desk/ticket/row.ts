import type { Ctx } from '#platform/context/index.ts';
import { isOpenCategory } from '#shared/vocabulary.ts';
import type { TicketRecord } from './record.ts';

/** json columns are read parsed and written as text; everything else goes as it is. */
const JSON_COLUMNS = new Set(['priority_why', 'assignment_why', 'custom']);

export type Differing = readonly (readonly [column: string, value: unknown])[];

/** Writes a ticket's new values at the version it was read, and returns the row as it is then. */
export async function writeRow(ctx: Ctx, before: TicketRecord, differing: Differing): Promise<TicketRecord> {
  if (ctx.bulk) return holdRow(ctx, before, differing);
  const values = Object.fromEntries(differing.map(([column, value]) => [column, stored(column, value)]));
  return (await ctx.tx
    .updateTable('tickets')
    .set({ ...values, version: before.version + 1, updated_at: ctx.now })
    .where('client_id', '=', before.client_id)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirstOrThrow()) as TicketRecord;
}

/** Notes the earliest due instant of the ticket's clocks, which is no change of its own. */
export async function writeDue(ctx: Ctx, ticket: TicketRecord, dueAt: string | null): Promise<TicketRecord> {
  if (ctx.bulk) return holdRow(ctx, ticket, [['due_at', dueAt]], ticket);
  await ctx.hot('ticket_due', 'update tickets set due_at = $3 where client_id = $1 and id = $2', [
    ticket.client_id,
    ticket.id,
    dueAt,
  ]);
  return { ...ticket, due_at: dueAt };
}

const heldKey = (id: string) => `ticket ${id}`;

/** The row as this transaction will have left it, where that is not written yet. */
export function heldRow(ctx: Ctx, id: string): TicketRecord | undefined {
  return ctx.bulk?.recall<TicketRecord>(heldKey(id));
}

/** Keeps a row just made, so that its next change need not read it. */
export function keepRow(ctx: Ctx, ticket: TicketRecord): void {
  ctx.bulk?.keep(heldKey(ticket.id), ticket);
}

/** In bulk a row is written once, with all that was changed, when its transaction ends. */
function holdRow(
  ctx: Ctx,
  before: TicketRecord,
  differing: Differing,
  mark: { version: number; updated_at: string } = { version: before.version + 1, updated_at: ctx.now },
): TicketRecord {
  const { bulk } = ctx;
  if (!bulk) throw new Error('A row is held in bulk only');
  const { version, updated_at } = mark;
  const ticket: TicketRecord = { ...before, ...Object.fromEntries(differing), version, updated_at };
  // The one column that the database works out.
  ticket.is_open = isOpenCategory(ticket.status_category);
  keepRow(ctx, ticket);
  const columnsKey = `ticket columns ${ticket.id}`;
  const columns = bulk.recall<Set<string>>(columnsKey) ?? bulk.keep(columnsKey, new Set(['version', 'updated_at']));
  for (const [column] of differing) columns.add(column);
  bulk.later(heldKey(ticket.id), () =>
    ctx.tx
      .updateTable('tickets')
      .set(
        Object.fromEntries(
          [...columns].map((column) => [column, stored(column, ticket[column as keyof TicketRecord])]),
        ),
      )
      .where('client_id', '=', ticket.client_id)
      .where('id', '=', ticket.id)
      .executeTakeFirstOrThrow(),
  );
  return ticket;
}

/** A column's value as it is written. */
export const stored = (column: string, value: unknown): unknown =>
  JSON_COLUMNS.has(column) ? JSON.stringify(value) : value;
