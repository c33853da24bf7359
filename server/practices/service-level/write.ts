import type { ClockEvent } from '#kernel/clock.ts';
import type { Slot, Step, TicketPromise } from '#kernel/service-level.ts';
import type { Ctx } from '#platform/context/index.ts';
import { type ClockRow, columnsOf, WRITE_COLUMNS } from './rows.ts';

type Ticket = { client_id: string; id: string };

const LOCK = 'select * from ticket_clocks where client_id = $1 and ticket_id = $2 order by target for update';
const UPDATE = `update ticket_clocks set ${WRITE_COLUMNS.map((column, index) => `${column} = $${index + 4}`).join(', ')} where client_id = $1 and ticket_id = $2 and target = $3`;

const PER_ROW = WRITE_COLUMNS.length + 3;
const line = (_: unknown, row: number) =>
  `(${Array.from({ length: PER_ROW }, (_unused, column) => `$${row * PER_ROW + column + 1}`).join(', ')})`;
const insertOf = (rows: number) =>
  `insert into ticket_clocks (client_id, ticket_id, target, ${WRITE_COLUMNS.join(', ')}) values ${Array.from({ length: rows }, line).join(', ')}`;

/** A ticket's clocks, locked. In bulk they are read once, and follow what is written. */
export async function clocksOf(ctx: Ctx, ticket: Ticket): Promise<ClockRow[]> {
  const key = `clocks ${ticket.id}`;
  const held = ctx.bulk?.recall<ClockRow[]>(key);
  if (held) return held;
  const rows = await ctx.hot<ClockRow>('clocks_lock', LOCK, [ticket.client_id, ticket.id]);
  ctx.bulk?.keep(key, rows);
  return rows;
}

/** Writes clocks that begin, in one statement. */
export async function insertClocks(
  ctx: Ctx,
  ticket: Ticket,
  steps: readonly Step[],
  promise: TicketPromise,
): Promise<void> {
  if (steps.length === 0) return;
  await ctx.hot(
    `clocks_insert_${steps.length}`,
    insertOf(steps.length),
    steps.flatMap(({ target, slot, events }) => [
      ticket.client_id,
      ticket.id,
      target,
      ...columnsOf(slot, promise[target]?.source ?? '', events),
    ]),
  );
  const kept = ctx.bulk?.recall<ClockRow[]>(`clocks ${ticket.id}`);
  for (const { target, slot, events } of kept ? steps : []) {
    const stored = rowOf(columnsOf(slot, promise[target]?.source ?? '', events), events);
    kept?.push({ client_id: ticket.client_id, ticket_id: ticket.id, target, ...stored } as unknown as ClockRow);
  }
}

/** The columns of a clock as they are read again. */
const rowOf = (columns: readonly unknown[], history: readonly ClockEvent[]) => ({
  ...Object.fromEntries(WRITE_COLUMNS.map((column, index) => [column, columns[index]])),
  history,
});

/**
 * Who promises a clock's target: what the promise says. One that was over or missed before keeps saying what it was promised then, and
 * so does one of which the step shows that it was.
 */
export function sourceOf(row: ClockRow, { slot: { clock } }: Pick<Step, 'slot'>, promise: TicketPromise): string {
  const isPast = clock.stoppedAt !== null || clock.state === 'breached';
  const isAnother = clock.targetSeconds !== row.target_seconds || clock.calendarId !== row.calendar_id;
  return (isPast && !isAnother ? null : promise[row.target]?.source) || row.source;
}

/** Writes a clock after the events that moved it, which join its history. In bulk it is written once, when its transaction ends. */
export async function writeClock(ctx: Ctx, row: ClockRow, step: Step, promise: TicketPromise): Promise<void> {
  const history = [...(row.history as unknown as ClockEvent[]), ...step.events];
  await rewriteClock(ctx, row, step.slot, sourceOf(row, step, promise), history);
}

/** Writes a clock anew with all that ever happened to it. */
export async function rewriteClock(
  ctx: Ctx,
  row: ClockRow,
  slot: Slot,
  source: string,
  history: readonly ClockEvent[],
): Promise<void> {
  const columns = columnsOf(slot, source, history);
  const write = () => ctx.hot('clock_update', UPDATE, [row.client_id, row.ticket_id, row.target, ...columns]);
  if (!ctx.bulk) return void (await write());
  // The next change reads the row where it was kept, so it must be there as it will be stored.
  Object.assign(row, rowOf(columns, history));
  ctx.bulk.later(`clock ${row.ticket_id} ${row.target}`, write);
}
