import type { Clock, ClockEvent } from '#kernel/clock.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type ClockRow, columnsOf, WRITE_COLUMNS } from './rows.ts';

const UPDATE = `update ticket_clocks set ${WRITE_COLUMNS.map((column, index) => `${column} = $${index + 4}`).join(', ')} where client_id = $1 and ticket_id = $2 and target = $3`;

const LOCK = 'select * from ticket_clocks where client_id = $1 and ticket_id = $2 order by target for update';

/** A ticket's clocks, locked. In bulk they are read once, and follow what is written. */
export async function clocksOf(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<ClockRow[]> {
  const key = `clocks ${ticket.id}`;
  const held = ctx.bulk?.recall<ClockRow[]>(key);
  if (held) return held;
  const rows = await ctx.hot<ClockRow>('clocks_lock', LOCK, [ticket.client_id, ticket.id]);
  ctx.bulk?.keep(key, rows);
  return rows;
}

/** Writes a clock after the events that moved it, which join its history. In bulk it is written once, when its transaction ends. */
export async function writeClock(ctx: Ctx, row: ClockRow, clock: Clock, events: readonly ClockEvent[]): Promise<void> {
  const history = [...(row.history as unknown as ClockEvent[]), ...events];
  const columns = columnsOf(clock, history);
  const write = () => ctx.hot('clock_update', UPDATE, [row.client_id, row.ticket_id, row.target, ...columns]);
  if (!ctx.bulk) return void (await write());
  // The next change reads the row where it was kept, so it must be there as it will be stored.
  Object.assign(row, Object.fromEntries(WRITE_COLUMNS.map((column, index) => [column, columns[index]])), { history });
  ctx.bulk.later(`clock ${row.ticket_id} ${row.target}`, write);
}
