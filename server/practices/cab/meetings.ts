import { Fault, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { nextOccurrence } from '#kernel/recurrence.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { PlanMeeting, SaveMeeting, SetPresence } from '#shared/cab.ts';
import type { Recurrence } from '#shared/recurrence.ts';
import { lockBoard, WHAT } from './boards.ts';

export async function lockMeeting(ctx: Ctx, id: string) {
  const row = await ctx.tx.selectFrom('cab_meetings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('meeting');
  return row;
}

/** The meeting, locked, while it is on: whatever is done in one. */
export async function lockRunning(ctx: Ctx, id: string) {
  const meeting = await lockMeeting(ctx, id);
  if (meeting.state !== 'running') throw new Fault('conflict', 'The meeting is not on.');
  return meeting;
}

const tell = (ctx: Ctx, subjectId: string, verb: string, data: Record<string, unknown>) =>
  appendEvent(ctx, { clientId: null, subjectType: 'cab_meeting', subjectId, type: `cab_meeting.${verb}`, data });

/** Plans a meeting: at an instant, or when the board meets next after all that is planned. Returns its id. */
export async function planMeeting(ctx: Ctx, boardId: string, { startsAt }: PlanMeeting): Promise<string> {
  requireAllClients(ctx, WHAT);
  const board = await lockBoard(ctx, boardId);
  const at = startsAt ?? (await nextOf(ctx, board));
  if (at === null) throw invalid([{ path: 'startsAt', message: 'is needed: the board does not meet again and again' }]);
  if (at <= ctx.now) throw invalid([{ path: 'startsAt', message: 'is over' }]);
  const taken = await ctx.tx
    .selectFrom('cab_meetings')
    .select('id')
    .where('board_id', '=', boardId)
    .where('starts_at', '=', at)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
  if (taken) throw invalid([{ path: 'startsAt', message: 'the board meets then already' }]);
  const id = newId();
  await ctx.tx
    .insertInto('cab_meetings')
    .values({
      ...{ id, board_id: boardId, starts_at: at, minutes: board.minutes, place: board.place },
      ...{ created_at: ctx.now, updated_at: ctx.now },
    })
    .execute();
  await tell(ctx, id, 'planned', { text: board.name, startsAt: at });
  return id;
}

async function nextOf(ctx: Ctx, board: Awaited<ReturnType<typeof lockBoard>>): Promise<string | null> {
  if (board.recurrence === null) return null;
  const last = await ctx.tx
    .selectFrom('cab_meetings')
    .select((q) => q.fn.max('starts_at').as('at'))
    .where('board_id', '=', board.id)
    .executeTakeFirst();
  const after = last?.at && last.at > ctx.now ? last.at : ctx.now;
  return nextOccurrence(board.recurrence as Recurrence, board.time_zone, new Date(after).toISOString());
}

/**
 * Moves a planned meeting, or calls it off; calendars that know of it are told by its sequence. How long one change takes may also be said
 * while it is on, and concerns no calendar.
 */
export async function saveMeeting(ctx: Ctx, id: string, { itemSeconds, ...input }: SaveMeeting): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockMeeting(ctx, id);
  if (meeting.version !== input.version) throw staleVersion('meeting', meeting.version);
  const { version: _seen, ...moves } = input;
  const isMoved = Object.keys(moves).length > 0;
  if (itemSeconds !== undefined && meeting.state !== 'planned' && meeting.state !== 'running')
    throw new Fault('conflict', 'The time of a meeting that is over is not divided.');
  if (isMoved && meeting.state !== 'planned')
    throw new Fault('conflict', 'Only a meeting that has not begun is moved or called off.');
  if (input.startsAt && input.startsAt <= ctx.now) throw invalid([{ path: 'startsAt', message: 'is over' }]);
  await change(ctx, meeting, {
    ...(input.startsAt ? { starts_at: input.startsAt } : {}),
    ...(input.place === undefined ? {} : { place: input.place.trim() }),
    ...(input.cancelled ? { state: 'cancelled' } : {}),
    ...(itemSeconds === undefined ? {} : { item_seconds: itemSeconds }),
    ...(isMoved ? { sequence: meeting.sequence + 1 } : {}),
  });
  if (itemSeconds !== undefined) await tell(ctx, id, 'divided', { itemSeconds });
  if (!isMoved) return;
  await tell(ctx, id, input.cancelled ? 'cancelled' : 'moved', { startsAt: input.startsAt ?? meeting.starts_at });
}

/** Opens a meeting that was planned. */
export async function beginMeeting(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockMeeting(ctx, id);
  if (meeting.state !== 'planned') throw new Fault('conflict', 'The meeting has begun already, or is over.');
  await change(ctx, meeting, { state: 'running', begun_at: ctx.now });
  await tell(ctx, id, 'begun', {});
}

/** Ends a meeting, and plans the next where the board meets again and again. */
export async function endMeeting(ctx: Ctx, meeting: Awaited<ReturnType<typeof lockRunning>>): Promise<void> {
  await change(ctx, meeting, { state: 'closed', ended_at: ctx.now });
  await tell(ctx, meeting.id, 'closed', {});
  const board = await lockBoard(ctx, meeting.board_id);
  const planned = await ctx.tx
    .selectFrom('cab_meetings')
    .select('id')
    .where('board_id', '=', board.id)
    .where('state', '=', 'planned')
    .where('starts_at', '>', ctx.now)
    .limit(1)
    .executeTakeFirst();
  if (!planned && (await nextOf(ctx, board)) !== null) await planMeeting(ctx, board.id, {});
}

async function change(ctx: Ctx, { id, version }: { id: string; version: number }, columns: Record<string, unknown>) {
  await ctx.tx
    .updateTable('cab_meetings')
    .set({ ...columns, version: version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** Says whether somebody is there. */
export async function setPresence(ctx: Ctx, id: string, { staffId, present }: SetPresence): Promise<void> {
  requireAllClients(ctx, WHAT);
  await lockRunning(ctx, id);
  if (!present) {
    await ctx.tx.deleteFrom('cab_presence').where('meeting_id', '=', id).where('staff_id', '=', staffId).execute();
  } else {
    const staff = await ctx.tx
      .selectFrom('staff')
      .select('id')
      .where('id', '=', staffId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!staff) throw invalid([{ path: 'staffId', message: 'is not an active person' }]);
    await ctx.tx
      .insertInto('cab_presence')
      .values({ meeting_id: id, staff_id: staffId, at: ctx.now })
      .onConflict((on) => on.doNothing())
      .execute();
  }
  await tell(ctx, id, present ? 'joined' : 'left', { staffId });
}
