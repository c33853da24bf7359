import { sql } from 'kysely';
import { Fault, forbidden, invalid, notFound } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { askByMail, castVote } from '#server/practices/approval/index.ts';
import type { AgendaEntry, RecordVote, WorkItem } from '#shared/cab.ts';
import { WHAT } from './boards.ts';
import { dueFor } from './due.ts';
import { endMeeting, lockRunning } from './meetings.ts';
import { viewMeeting } from './view.ts';

type Meeting = Awaited<ReturnType<typeof lockRunning>>;

/** Runs the timer of a change, writes its minutes, or puts it off. */
export async function workItem(ctx: Ctx, meetingId: string, changeId: string, input: WorkItem): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockRunning(ctx, meetingId);
  const entry = await entryOf(ctx, meeting, changeId);
  if (input.outcome && (entry.outcome === 'approved' || entry.outcome === 'rejected'))
    throw new Fault('conflict', 'It was decided by votes already.');
  if (input.begun !== undefined) {
    await stopTimers(ctx, meetingId);
    if (input.begun) await write(ctx, entry, { begun_at: ctx.now });
  }
  await write(ctx, entry, {
    ...(input.note === undefined ? {} : { note: input.note.trim() }),
    ...(input.outcome === undefined ? {} : { outcome: input.outcome, done_at: ctx.now }),
  });
  await appendEvent(ctx, {
    ...{ clientId: null, subjectType: 'cab_meeting', subjectId: meetingId, type: 'cab_meeting.worked' },
    data: { changeId, ...(input.outcome ? { outcome: input.outcome } : {}) },
  });
}

/** One is talked about at a time: whatever runs is stopped, and how long it took is kept. */
const stopTimers = (ctx: Ctx, meetingId: string) =>
  sql`update cab_agenda set begun_at = null,
    seconds = seconds + greatest(0, extract(epoch from ${ctx.now}::timestamptz - begun_at)::integer)
    where meeting_id = ${meetingId} and begun_at is not null`.execute(ctx.tx);

type Entry = { client_id: string; meeting_id: string; change_id: string; outcome: string | null };

async function write(ctx: Ctx, entry: Entry, columns: Record<string, unknown>): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await ctx.tx
    .updateTable('cab_agenda')
    .set(columns)
    .where('client_id', '=', entry.client_id)
    .where('meeting_id', '=', entry.meeting_id)
    .where('change_id', '=', entry.change_id)
    .execute();
}

type Due = Awaited<ReturnType<typeof dueFor>>;
const dueOf = async (ctx: Ctx, meeting: Meeting): Promise<Due> => dueFor(ctx, await teamOf(ctx, meeting));

/** The row of a change on the agenda; what is due has one once it is touched. */
async function entryOf(ctx: Ctx, meeting: Meeting, changeId: string, known?: Due): Promise<Entry> {
  const there = await ctx.tx
    .selectFrom('cab_agenda')
    .select(['client_id', 'meeting_id', 'change_id', 'outcome'])
    .where('meeting_id', '=', meeting.id)
    .where('change_id', '=', changeId)
    .executeTakeFirst();
  if (there) return there;
  const due = (known ?? (await dueOf(ctx, meeting))).find((one) => one.change_id === changeId);
  if (!due) throw notFound('change on this agenda');
  const entry = { client_id: due.client_id, meeting_id: meeting.id, change_id: changeId, outcome: null };
  await ctx.tx
    .insertInto('cab_agenda')
    .values({ ...entry, why: due.why })
    .execute();
  return entry;
}

async function teamOf(ctx: Ctx, { board_id }: Meeting): Promise<string> {
  const row = await ctx.tx
    .selectFrom('cab_boards')
    .select('team_id')
    .where('id', '=', board_id)
    .executeTakeFirstOrThrow();
  return row.team_id;
}

/**
 * Writes down the vote of somebody who is there. It counts as theirs, under the rules of every vote; whoever is excluded from deciding about a change
 * writes down nobody's vote about it.
 */
export async function recordVote(ctx: Ctx, meetingId: string, changeId: string, input: RecordVote): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockRunning(ctx, meetingId);
  const board = await ctx.tx
    .selectFrom('cab_boards')
    .selectAll()
    .where('id', '=', meeting.board_id)
    .executeTakeFirstOrThrow();
  const { people, agenda } = await viewMeeting(ctx, meetingId);
  if (people.filter(({ present }) => present).length < board.quorum)
    throw new Fault('conflict', `The board decides once ${board.quorum} are there.`);
  const found = agenda.find(({ change }) => change.id === changeId);
  const voter = found?.voters.find(({ voteId }) => voteId === input.voteId);
  if (!found || !voter) throw notFound('vote');
  if (!found.mayRecord)
    throw forbidden('Nobody decides about what they asked for themselves, nor writes down who does.');
  if (!voter.present) throw invalid([{ path: 'voteId', message: `${voter.staff.name} is not there` }]);
  const entry = await entryOf(ctx, meeting, changeId);
  const { vote, comment } = input;
  const outcome = await castVote(
    ctx,
    input.voteId,
    { vote, ...(comment ? { comment } : {}) },
    { kind: 'staff', ...voter.staff },
    'workspace',
  );
  if (outcome.state === 'approved' || outcome.state === 'rejected')
    await write(ctx, entry, { outcome: outcome.state, done_at: ctx.now });
}

/**
 * Asks whoever of the board is not there, and has not voted about a change, by a mail with a link by which they vote. Whoever holds one is
 * not written to again.
 */
export async function askAbsent(ctx: Ctx, meetingId: string, changeId: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockRunning(ctx, meetingId);
  const entry = await entryOf(ctx, meeting, changeId);
  const { agenda } = await viewMeeting(ctx, meetingId);
  const voters = agenda.find(({ change }) => change.id === changeId)?.voters ?? [];
  const absent = voters.filter(({ present, vote }) => !present && vote === null);
  const people = absent.map(({ staff }) => staff.id);
  if ((await askByMail(ctx, { client_id: entry.client_id, id: changeId }, people)) === 0)
    throw new Fault('conflict', 'Whoever is not there holds a link already, has voted, or has no address for mail.');
}

const SAID = { approved: 'Approved', rejected: 'Rejected', deferred: 'Deferred', noted: 'Looked at' } as const;

/** Ends a meeting: what was said of each change stands in its timeline, and the next meeting is planned. */
export async function closeMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  requireAllClients(ctx, WHAT);
  const meeting = await lockRunning(ctx, meetingId);
  await stopTimers(ctx, meetingId);
  const { agenda, board } = await viewMeeting(ctx, meetingId);
  const due = await dueOf(ctx, meeting);
  for (const entry of agenda) {
    const row = await entryOf(ctx, meeting, entry.change.id, due);
    // Whoever was not there may have decided it by mail.
    if (row.outcome === null && entry.outcome !== null)
      await write(ctx, row, { outcome: entry.outcome, done_at: ctx.now });
    await tellChange(ctx, row.client_id, meetingId, board.name, entry);
  }
  await endMeeting(ctx, meeting);
}

/** Whose votes there are, as they stand in the minutes. */
function votesOf({ voters }: AgendaEntry): string {
  const said = voters
    .filter(({ vote }) => vote !== null)
    .map(({ staff, vote }) => `${staff.name} ${vote === 'approve' ? 'approves' : 'rejects'}`);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

const tellChange = (ctx: Ctx, clientId: string, meetingId: string, board: string, entry: AgendaEntry) =>
  appendEvent(ctx, {
    ...{ clientId, subjectType: 'ticket', subjectId: entry.change.id, type: 'ticket.change_discussed' },
    data: {
      meetingId,
      text: `${board}: ${entry.outcome === null ? 'Not reached' : SAID[entry.outcome]}${votesOf(entry)}`,
      ...(entry.note ? { reason: entry.note } : {}),
    },
  });
