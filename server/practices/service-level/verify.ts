import { sql } from 'kysely';
import type { Replayed, TicketPromise } from '#kernel/service-level.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { calendarSource } from './calendars.ts';
import { askingOf } from './follow.ts';
import { type History, historiesOf } from './history.ts';
import { withNameless } from './nameless-calendars.ts';
import { promiseById } from './promise.ts';
import { rebuild } from './rebuild.ts';
import { type ClockRow, slotOf } from './rows.ts';

/** What a comparison of all clocks with the log found. */
export type Verified = {
  readonly tickets: number;
  readonly clocks: number;
  /** Logged before promises were kept: nothing to compare with. */
  readonly unknown: number;
  readonly differences: readonly string[];
};

/** Tickets compared at once. */
const BATCH = 500;
const MOST_TOLD = 1_000;

/**
 * Makes every clock anew from the event log, in memory, and compares it with the one that is stored. Writes nothing.
 * @param tell hears how many tickets are done
 */
export async function verifyClocks(services: Services, tell: (done: number) => void = () => {}): Promise<Verified> {
  const sum = { tickets: 0, clocks: 0, unknown: 0, differences: [] as string[] };
  const look = <R>(work: (ctx: Ctx) => Promise<R>) =>
    withContext(services, systemIdentity('Verify'), work, { quiet: true });
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
    const from: string = after;
    const ids = await look((ctx) => ticketsAfter(ctx, from));
    const found = await look((ctx) => compare(ctx, ids));
    sum.tickets += ids.length;
    sum.clocks += found.clocks;
    sum.unknown += found.unknown;
    // Somebody may have worked on it between two reads: it is looked at again while nobody can.
    for (const id of found.differing) sum.differences.push(...(await look((ctx) => compareLocked(ctx, id))));
    sum.differences.splice(MOST_TOLD);
    after = ids.length < BATCH ? undefined : ids.at(-1);
    tell(sum.tickets);
  }
  return sum;
}

async function ticketsAfter(ctx: Ctx, after: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from tickets where id > ${after} order by id limit ${BATCH}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

async function compareLocked(ctx: Ctx, id: string): Promise<string[]> {
  await sql`select 1 from tickets where id = ${id} for no key update`.execute(ctx.tx);
  return (await compare(ctx, [id])).told;
}

/** Compares the clocks of some tickets with what the log makes of them. */
async function compare(ctx: Ctx, ids: readonly string[]) {
  const { rows: stored } = await sql<ClockRow>`select * from ticket_clocks where ticket_id = any (${ids})`.execute(
    ctx.tx,
  );
  const found = { clocks: stored.length, unknown: 0, differing: [] as string[], told: [] as string[] };
  for (const history of await historiesOf(ctx, ids)) {
    const rows = stored.filter((row) => row.ticket_id === history.ticket.id);
    const made = await rebuilt(ctx, history, rows);
    if (made === null) found.unknown += 1;
    const told = made === null ? [] : differences(history.ticket.key, rows, made);
    if (told.length > 0) found.differing.push(history.ticket.id);
    found.told.push(...told);
  }
  return found;
}

async function rebuilt(ctx: Ctx, history: History, rows: readonly ClockRow[]) {
  const promises = new Map<string, TicketPromise>();
  for (const { data } of history.events)
    if (data.promise && !promises.has(data.promise)) promises.set(data.promise, await anyPromise(ctx, data.promise));
  const targets = [...promises.values()].flatMap((promise) => Object.values(promise));
  const calendars = await calendarSource(ctx, [
    ...targets.map(({ calendarId }) => calendarId),
    ...rows.map(({ calendar_id }) => calendar_id),
  ]);
  const { ticket } = history;
  const asking = await askingOf(ctx, ticket.client_id, ticket, Object.assign({}, ...promises.values()));
  return rebuild(history, { promises: (id) => promises.get(id) ?? {}, asking, ...withNameless(calendars) });
}

/** A promise by its id alone: a ticket that moved was promised something at another client before. */
async function anyPromise(ctx: Ctx, id: string) {
  const [row] = await ctx.hot<{ client_id: string }>(
    'promise_owner',
    'select client_id from sla_promises where id = $1',
    [id],
  );
  return row ? promiseById(ctx, row.client_id, id) : {};
}

const COMPARED = [
  ...['state', 'targetSeconds', 'calendarId', 'startedAt', 'consumedSeconds', 'runningSince', 'pauseReason', 'dueAt'],
  ...['breachedAt', 'stoppedAt', 'passedPercent'],
] as const;

function differences(key: string, rows: readonly ClockRow[], made: ReadonlyMap<string, Replayed>): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const is = slotOf(row);
    const should = made.get(row.target);
    if (!should) {
      found.push(`${key} ${row.target}: stored, but the log does not make it`);
      continue;
    }
    const fields = COMPARED as readonly (keyof typeof is.clock)[];
    for (const field of fields)
      if (value(is.clock[field]) !== value(should.clock[field]))
        found.push(
          `${key} ${row.target}: ${field} is ${value(is.clock[field])}, by the log ${value(should.clock[field])}`,
        );
    if (is.held !== should.held) found.push(`${key} ${row.target}: held is ${is.held}, by the log ${should.held}`);
    if (is.override !== should.override)
      found.push(`${key} ${row.target}: target by hand is ${is.override}, by the log ${should.override}`);
  }
  for (const target of made.keys())
    if (!rows.some((row) => row.target === target))
      found.push(`${key} ${target}: the log makes it, but it is not stored`);
  return found;
}

/** Instants are compared as instants, whatever their spelling. */
function value(of: unknown): string {
  return typeof of === 'string' && /^\d{4}-\d\d-\d\dT/.test(of) ? new Date(of).toISOString() : JSON.stringify(of);
}
