import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { nextOccurrence, nextOccurrences } from '#kernel/recurrence.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { createFromTemplate } from '../template/templates.ts';
import type { RecurringRow } from './queries.ts';

const CREATOR = systemIdentity('Recurring tickets');
const BATCH = 100;
/** Times that passed are counted up to here; beyond it the number says nothing more. */
const MOST_MISSED = 1_000;
const MINUTE = 60_000;
const LONGEST_WAIT = 24 * 60 * MINUTE;

/**
 * Logs the tickets whose time has come. Each in a transaction of its own that holds its row, which other workers skip, and
 * moves the row on: so each time makes exactly one ticket, and all times missed during a stop make one together.
 * @returns how many rows were acted on
 */
export async function createDue(services: Services): Promise<number> {
  let done = 0;
  while (done < BATCH && (await createNext(services))) done++;
  return done;
}

async function createNext(services: Services): Promise<boolean> {
  let row: RecurringRow | undefined;
  try {
    return await withContext(services, CREATOR, async (ctx) => {
      row = await takeDue(ctx);
      if (row) await createOne(ctx, row);
      return row !== undefined;
    });
  } catch (error) {
    const failed = row;
    if (!failed) throw error;
    if (!(error instanceof Fault)) services.log.error({ err: error, recurring: failed.id }, 'recurring: a run failed');
    const why = error instanceof Fault ? error.message : 'Something went wrong on our side; the log says what.';
    await withContext(services, CREATOR, (ctx) => noteFailure(ctx, failed, why));
    return true;
  }
}

async function takeDue(ctx: Ctx): Promise<RecurringRow | undefined> {
  const { rows } = await sql<RecurringRow>`
    select r.* from recurring_tickets r join clients c on c.id = r.client_id
    where r.active and r.due_at <= ${ctx.now} and c.active
    order by r.due_at limit 1 for update of r skip locked`.execute(ctx.tx);
  return rows[0];
}

async function createOne(ctx: Ctx, row: RecurringRow): Promise<void> {
  const ticket = await createFromTemplate(ctx, row.template_id, {
    ...row.fields,
    clientId: row.client_id,
    source: 'recurring',
  });
  const passed = nextOccurrences(row.rule, row.time_zone, row.next_at ?? ctx.now, MOST_MISSED);
  const missed = passed.filter((at) => at <= ctx.now).length;
  const next = nextOccurrence(row.rule, row.time_zone, ctx.now);
  await ctx.tx
    .updateTable('recurring_tickets')
    .set({
      next_at: next,
      due_at: next,
      last_ticket_id: ticket.id,
      last_run_at: ctx.now,
      runs: row.runs + 1,
      missed: row.missed + missed,
      failures: 0,
      last_error: null,
    })
    .where('client_id', '=', row.client_id)
    .where('id', '=', row.id)
    .execute();
  await appendEvent(ctx, {
    clientId: row.client_id,
    subjectType: 'recurring_ticket',
    subjectId: row.id,
    type: 'recurring_ticket.ran',
    data: { ticketId: ticket.id, key: ticket.key, at: row.next_at, missed },
  });
}

/** Says what went wrong and waits longer each time, so that one bad row neither vanishes nor holds up the others. */
async function noteFailure(ctx: Ctx, row: RecurringRow, why: string): Promise<void> {
  const failures = row.failures + 1;
  const wait = Math.min(2 ** Math.min(failures, 12) * MINUTE, LONGEST_WAIT);
  const done = await ctx.tx
    .updateTable('recurring_tickets')
    .set({ failures, last_error: why, due_at: new Date(Date.parse(ctx.now) + wait).toISOString() })
    .where('client_id', '=', row.client_id)
    .where('id', '=', row.id)
    // Somebody who changed it or had more luck meanwhile is not overwritten.
    .where('due_at', '=', row.due_at)
    .executeTakeFirst();
  if (failures > 1 || Number(done.numUpdatedRows) === 0) return;
  await appendEvent(ctx, {
    clientId: row.client_id,
    subjectType: 'recurring_ticket',
    subjectId: row.id,
    type: 'recurring_ticket.failed',
    data: { why },
  });
}
