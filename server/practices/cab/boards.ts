import { sql } from 'kysely';
import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { checkRecurrence, describeRecurrence } from '#kernel/recurrence.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { BoardView, SaveBoard } from '#shared/cab.ts';
import type { Recurrence } from '#shared/recurrence.ts';
import { dueFor } from './due.ts';

export const WHAT = 'A change board';

/** Makes a board, or changes one at the version the writer saw. Returns its id. */
export async function saveBoard(ctx: Ctx, id: string | null, { version, ...input }: SaveBoard): Promise<string> {
  requireAllClients(ctx, WHAT);
  await refuse(ctx, input);
  const columns = {
    ...{ name: input.name.trim(), team_id: input.teamId, quorum: input.quorum, time_zone: input.timeZone },
    recurrence: input.recurrence === null ? null : JSON.stringify(input.recurrence),
    ...{ minutes: input.minutes, item_minutes: input.itemMinutes, place: input.place.trim(), updated_at: ctx.now },
  };
  if (id === null) {
    const made = newId();
    await ctx.tx
      .insertInto('cab_boards')
      .values({ id: made, ...columns, created_at: ctx.now })
      .execute();
    await tell(ctx, made, 'created', columns.name);
    return made;
  }
  const board = await lockBoard(ctx, id);
  if (version !== board.version) throw staleVersion('board', board.version);
  await ctx.tx
    .updateTable('cab_boards')
    .set({ ...columns, version: board.version + 1 })
    .where('id', '=', id)
    .execute();
  await tell(ctx, id, 'changed', columns.name);
  return id;
}

const tell = (ctx: Ctx, subjectId: string, verb: string, text: string) =>
  appendEvent(ctx, {
    ...{ clientId: null, subjectType: 'cab_board', subjectId, type: `cab_board.${verb}` },
    data: { text },
  });

export type BoardRow = Awaited<ReturnType<typeof lockBoard>>;

export async function lockBoard(ctx: Ctx, id: string) {
  const row = await ctx.tx.selectFrom('cab_boards').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('board');
  return row;
}

async function refuse(ctx: Ctx, input: SaveBoard): Promise<void> {
  const faults: FieldError[] = [];
  if (!isTimeZone(input.timeZone))
    faults.push({ path: 'timeZone', message: 'is not a known time zone such as Europe/London' });
  if (input.recurrence)
    faults.push(
      ...checkRecurrence(input.recurrence).map(({ path, message }) => ({ path: `recurrence.${path}`, message })),
    );
  const team = await ctx.tx
    .selectFrom('teams')
    .select('id')
    .where('id', '=', input.teamId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!team) faults.push({ path: 'teamId', message: 'is not a team in use' });
  if (faults.length > 0) throw invalid(faults);
}

type Row = Omit<BoardView, 'words' | 'due' | 'recurrence'> & { recurrence: Recurrence | null };

/** Every board with its people, how much waits for it in the reader's sight, and its meetings. */
export async function listBoards(ctx: Ctx): Promise<BoardView[]> {
  const { rows } = await sql<Row>`
    select b.id, b.name, b.team_id as "teamId", b.quorum, b.recurrence, b.time_zone as "timeZone", b.minutes, b.item_minutes as "itemMinutes",
      b.place, b.version, json_build_object('id', t.id, 'name', t.name) as team,
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id) from team_members m
        join staff s on s.id = m.staff_id where m.team_id = b.team_id and s.active), '[]') as members,
      coalesce((select json_agg(json_build_object('id', m.id, 'startsAt', m.starts_at, 'state', m.state) order by m.starts_at desc)
        from (select * from cab_meetings m where m.board_id = b.id and m.state <> 'cancelled' order by m.starts_at desc limit 12) m), '[]') as meetings
    from cab_boards b join teams t on t.id = b.team_id order by lower(b.name) limit 100`.execute(ctx.tx);
  const boards: BoardView[] = [];
  for (const row of rows)
    boards.push({
      ...row,
      meetings: row.meetings.map((one) => ({ ...one, startsAt: new Date(one.startsAt).toISOString() })),
      words: row.recurrence ? `${describeRecurrence(row.recurrence)} (${row.timeZone})` : 'By appointment',
      due: (await dueFor(ctx, row.teamId)).length,
    });
  return boards;
}
