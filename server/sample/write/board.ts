import { nextOccurrence } from '#kernel/recurrence.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createTeam } from '#server/desk/team/index.ts';
import { castVote } from '#server/practices/approval/index.ts';
import {
  beginMeeting,
  closeMeeting,
  planMeeting,
  recordVote,
  saveBoard,
  setPresence,
  viewMeeting,
  workItem,
} from '#server/practices/cab/index.ts';
import type { Recurrence } from '#shared/recurrence.ts';
import { as } from './identities.ts';
import type { References } from './references.ts';

const ZONE = 'Australia/Sydney';
const MINUTE = 60_000;
/** Who is on it, the first leads. Of three one may have raised the change, so there are four. */
const PEOPLE = ['priya', 'hamish', 'ngaire', 'luca'] as const;
const MEETS: Recurrence = { frequency: 'weekly', interval: 1, weekdays: [2], time: '10:00', start: '2026-01-06' };
/** How many have to be there, and how many have to approve. */
export const QUORUM = 2;

/** The board that decides about changes, with its next meeting. */
export async function writeBoard(
  priya: Ctx,
  refs: References,
  endsAt: string,
): Promise<{ teamId: string; board: string }> {
  const members = PEOPLE.map((key, at) => ({ staffId: refs.staff(key), lead: at === 0 }));
  const description = 'Decides about changes, a quarter of an hour every Tuesday.';
  const teamId = await createTeam(priya, { name: 'Change board', description, strategy: 'manual', members });
  const board = await saveBoard(priya, null, {
    ...{ name: 'Weekly change board', teamId, quorum: QUORUM, timeZone: ZONE, minutes: 15, itemMinutes: 5 },
    place: 'Meeting room 2, or the link in the invitation',
    recurrence: MEETS,
  });
  await planMeeting({ ...priya, now: endsAt }, board, {});
  return { teamId, board };
}

/** Those of the board who are asked about a change approve it, one after the other, until enough have. */
export async function agree(ctx: Ctx, refs: References, ticketId: string, at: string): Promise<void> {
  for (const [index, key] of PEOPLE.entries()) {
    const when = new Date(Date.parse(at) + index * 7 * MINUTE).toISOString();
    const person = as(ctx, { kind: 'staff', key }, when, refs);
    const asked = await ctx.tx
      .selectFrom('approval_voters as v')
      .innerJoin('approvals as a', (join) =>
        join.onRef('a.client_id', '=', 'v.client_id').onRef('a.id', '=', 'v.approval_id'),
      )
      .innerJoin('approval_steps as s', (join) =>
        join
          .onRef('s.client_id', '=', 'v.client_id')
          .onRef('s.approval_id', '=', 'v.approval_id')
          .onRef('s.position', '=', 'v.position'),
      )
      .select('v.id')
      .where('a.ticket_id', '=', ticketId)
      .where('a.state', '=', 'pending')
      .where('s.state', '=', 'open')
      .where('v.staff_id', '=', refs.staff(key))
      .where('v.vote', 'is', null)
      .executeTakeFirst();
    if (!asked) continue;
    const who = { kind: 'staff', id: refs.staff(key), name: person.actor.name } as const;
    await castVote(person, asked.id, { vote: 'approve' }, who, 'workspace');
  }
}

type Writing = { ctx: Ctx; refs: References; board: string };

/** The board’s next meeting after an instant, at which those who may decide agree to a change and leave minutes. */
export async function meetAbout(
  { ctx, refs, board }: Writing,
  changeId: string,
  after: string,
  note: string,
): Promise<void> {
  const startsAt = nextOccurrence(MEETS, ZONE, after);
  if (startsAt === null) return;
  const priya = (minutes: number) =>
    as(ctx, { kind: 'staff', key: 'priya' }, new Date(Date.parse(startsAt) + minutes * MINUTE).toISOString(), refs);
  const meeting = await planMeeting(priya(-24 * 60), board, { startsAt });
  await beginMeeting(priya(0), meeting);
  for (const key of PEOPLE.slice(0, QUORUM))
    await setPresence(priya(1), meeting, { staffId: refs.staff(key), present: true });
  await workItem(priya(1), meeting, changeId, { begun: true });
  await workItem(priya(6), meeting, changeId, { begun: false, note });
  const { agenda } = await viewMeeting(priya(7), meeting);
  const voters = agenda.find(({ change }) => change.id === changeId)?.voters ?? [];
  for (const { voteId } of voters.filter(({ present }) => present))
    await recordVote(priya(7), meeting, changeId, { voteId, vote: 'approve' });
  await closeMeeting(priya(12), meeting);
}
