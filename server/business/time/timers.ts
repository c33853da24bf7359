import { sql } from 'kysely';
import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { SaveTimer, StopTimer, TimerView } from '#shared/time.ts';
import { addTime } from './entries.ts';
import { lockPerson } from './rows.ts';
import { ON_TICKET } from './sheet.ts';

const MOST_MINUTES = 1_440;
const MOST_TIMERS = 20;

type Timer = {
  client_id: string;
  id: string;
  ticket_id: string;
  started_at: string;
  running_since: string | null;
  kept_seconds: number;
  note: string;
};

/** One's stopwatches, the one that runs first. */
export async function myTimers(ctx: Ctx): Promise<TimerView[]> {
  const { rows } = await sql<TimerView>`
    select m.id, ${ON_TICKET}, m.started_at as "startedAt", m.running_since as "runningSince", m.kept_seconds as seconds, m.note
    from timers m join tickets t on t.client_id = m.client_id and t.id = m.ticket_id join clients c on c.id = m.client_id
    where m.staff_id = ${me(ctx)} order by m.running_since is null, m.started_at, m.id`.execute(ctx.tx);
  return rows;
}

/** Starts a stopwatch on a ticket, or lets the one that is there go on; the other that ran is paused. Returns its id. */
export async function startTimer(ctx: Ctx, ticket: { client_id: string; id: string }): Promise<string> {
  const mine = await lockMine(ctx);
  const there = mine.find(({ ticket_id }) => ticket_id === ticket.id);
  if (!there && mine.length >= MOST_TIMERS)
    throw new Fault('conflict', `You have ${MOST_TIMERS} timers already. Stop or throw away one of them first.`);
  await pause(
    ctx,
    mine.filter(({ id }) => id !== there?.id),
  );
  if (there) {
    if (there.running_since === null) await set(ctx, there, { running_since: ctx.now });
    return there.id;
  }
  const id = newId();
  await ctx.tx
    .insertInto('timers')
    .values({
      ...{ client_id: ticket.client_id, id, ticket_id: ticket.id, staff_id: me(ctx) },
      ...{ started_at: ctx.now, running_since: ctx.now },
    })
    .execute();
  return id;
}

/** Pauses a stopwatch or lets it go on, or keeps what is written beside it. */
export async function saveTimer(ctx: Ctx, id: string, { running, note }: SaveTimer): Promise<void> {
  const mine = await lockMine(ctx);
  const timer = among(mine, id);
  if (note !== undefined) await set(ctx, timer, { note: note.trim() });
  if (running === true && timer.running_since === null) {
    await pause(ctx, mine);
    await set(ctx, timer, { running_since: ctx.now });
  }
  if (running === false) await pause(ctx, [timer]);
}

/**
 * Stops a stopwatch and records what it ran, begun minutes whole. `invalid` where it ran more than a day and nobody says how long it was.
 * Returns the id of the entry.
 */
export async function stopTimer(ctx: Ctx, id: string, input: StopTimer): Promise<string> {
  const timer = among(await lockMine(ctx), id);
  const ran = Math.max(1, Math.ceil(secondsOf(ctx, timer) / 60));
  const minutes = input.minutes ?? ran;
  if (minutes > MOST_MINUTES)
    throw invalid([
      { path: 'minutes', message: `is needed: the timer ran ${Math.floor(ran / 60)} hours; say how long it was` },
    ]);
  await ctx.tx.deleteFrom('timers').where('client_id', '=', timer.client_id).where('id', '=', timer.id).execute();
  const wasPaused = timer.kept_seconds > 0 || timer.running_since === null;
  return addTime(
    ctx,
    { client_id: timer.client_id, id: timer.ticket_id },
    {
      ...{ minutes, note: input.note ?? timer.note },
      ...(input.billable === undefined ? {} : { billable: input.billable }),
      ...(input.workTypeId ? { workTypeId: input.workTypeId } : {}),
      // The last begun minute may end after now; then only the end is known.
      ...(wasPaused || minutes !== ran ? {} : { startedAt: timer.started_at }),
    },
    'timer',
  );
}

/** Throws a stopwatch away with what it ran. */
export async function discardTimer(ctx: Ctx, id: string): Promise<void> {
  const timer = among(await lockMine(ctx), id);
  await ctx.tx.deleteFrom('timers').where('client_id', '=', timer.client_id).where('id', '=', timer.id).execute();
}

function me(ctx: Ctx): string {
  const { principal, principalId } = ctx.scope;
  if (principal !== 'staff' || !principalId) throw new Fault('forbidden', 'Timers are of people who work here.');
  return principalId;
}

/** One's stopwatches, whose changes take turns: one runs at most. */
async function lockMine(ctx: Ctx): Promise<Timer[]> {
  const staffId = me(ctx);
  await lockPerson(ctx, staffId);
  const { rows } = await sql<Timer>`
    select client_id, id, ticket_id, started_at, running_since, kept_seconds, note from timers where staff_id = ${staffId}`.execute(
    ctx.tx,
  );
  return rows;
}

function among(mine: readonly Timer[], id: string): Timer {
  const timer = mine.find((one) => one.id === id.toLowerCase());
  if (!timer) throw notFound('timer');
  return timer;
}

const secondsOf = ({ now }: Ctx, { running_since, kept_seconds }: Timer): number =>
  kept_seconds +
  (running_since === null ? 0 : Math.max(0, Math.floor((Date.parse(now) - Date.parse(running_since)) / 1_000)));

async function pause(ctx: Ctx, timers: readonly Timer[]): Promise<void> {
  for (const timer of timers.filter(({ running_since }) => running_since !== null))
    await set(ctx, timer, { running_since: null, kept_seconds: secondsOf(ctx, timer) });
}

const set = (
  ctx: Ctx,
  { client_id, id }: Timer,
  fields: Partial<Pick<Timer, 'running_since' | 'kept_seconds' | 'note'>>,
) => ctx.tx.updateTable('timers').set(fields).where('client_id', '=', client_id).where('id', '=', id).execute();
