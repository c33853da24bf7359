import { Fault, forbidden, invalid, notFound } from '#kernel/errors.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import type { CastVote, VoteOutcome } from '#shared/approval.ts';
import { barredFrom, personOf } from './once.ts';
import { type Approval, lockWithTicket, tell, ticketOf, type VoterRow, votersOf } from './rows.ts';
import { goOn } from './settle.ts';

/** Who votes: themselves, or for somebody they stand in for. */
export type Who = { readonly kind: 'contact' | 'staff'; readonly id: string; readonly name: string };
export type Via = 'portal' | 'workspace' | 'mail';

const VOTER = 'select * from approval_voters where id = $1';
const VOTER_AGAIN = 'select * from approval_voters where client_id = $1 and id = $2';
const STANDS_IN = `
select 1 from approval_delegations where client_id = $1 and contact_id = $2 and to_contact_id = $3 and ended_at is null
  and from_at <= $4 and until_at > $4 limit 1`;

/**
 * Casts a vote. Whoever was not asked, and does not stand in for somebody who was, finds nothing; whoever asked for it themselves is
 * refused, and so is whoever would count twice in a step. Votes on one approval take turns, and after its end none counts any more.
 */
export async function castVote(ctx: Ctx, voterId: string, input: CastVote, who: Who, via: Via): Promise<VoteOutcome> {
  const [seen] = await ctx.hot<VoterRow>('approval_voter', VOTER, [voterId]);
  if (!seen) throw notFound('vote');
  const approval = await lockWithTicket(ctx, seen.client_id, seen.approval_id);
  const [voter] = await ctx.hot<VoterRow>('approval_voter_again', VOTER_AGAIN, [seen.client_id, voterId]);
  if (!voter || !(await mayVote(ctx, voter, who))) throw notFound('vote');
  // Nor does anybody else in the place of whoever asked for it.
  if ([who.id, personOf(voter)].some((id) => id !== null && approval.excluded.includes(id)))
    throw forbidden(
      who.kind === 'staff'
        ? 'Nobody decides about what they asked for or have a part in.'
        : 'Nobody decides about what they asked for themselves.',
    );
  if (approval.state !== 'pending') throw decided(approval.ended_why ?? `it is ${approval.state}`);
  if (voter.vote !== null) throw decided(`${voter.voted_for_by ?? voter.name} has voted already`);
  const step = await openStep(ctx, voter);
  if (!step) throw decided('this step is not open');
  const barred = barredFrom(voter, await votersOf(ctx, approval), who.id);
  if (barred) throw new Fault('conflict', barred);
  const comment = input.comment?.trim() ?? '';
  if (input.vote === 'reject' && comment === '')
    throw invalid([{ path: 'comment', message: 'say why, so that whoever asked knows' }]);
  const standsIn = who.id !== personOf(voter);
  await ctx.tx
    .updateTable('approval_voters')
    .set({
      ...{ vote: input.vote, comment, voted_at: ctx.now, via },
      ...{ voted_for_by: standsIn ? who.name : null, voted_by: standsIn ? who.id : null },
    })
    .where('client_id', '=', voter.client_id)
    .where('id', '=', voter.id)
    .execute();
  await ctx.tx
    .updateTable('approval_links')
    .set({ used_at: ctx.now })
    .where('client_id', '=', voter.client_id)
    .where('voter_id', '=', voter.id)
    .where('used_at', 'is', null)
    .execute();
  await tell(ctx, ticketOf(approval), 'approval_voted', {
    approvalId: approval.id,
    text: `${writtenFor(ctx, who)}${input.vote === 'approve' ? 'approved' : 'rejected'} ${approval.subject.title} as ${step.name}${standsIn ? ` in place of ${voter.name}` : ''}${via === 'mail' ? ' by mail' : ''}`,
    ...(comment ? { reason: comment } : {}),
  });
  await goOn(ctx, approval);
  return outcome(ctx, approval, voter);
}

/** Somebody else writes down what a colleague decides in a meeting: the vote is theirs, and it is said who wrote it. */
function writtenFor(ctx: Ctx, who: Who): string {
  const writer = actingStaff(ctx);
  return writer !== null && who.kind === 'staff' && writer !== who.id ? `wrote down that ${who.name} ` : '';
}

const decided = (why: string) => new Fault('conflict', `Your vote does not count any more: ${why}.`);

/** Whether it is theirs to cast: their own, or of somebody they stand in for now. */
async function mayVote(ctx: Ctx, voter: VoterRow, who: Who): Promise<boolean> {
  if (who.kind === 'staff') return voter.staff_id === who.id;
  if (voter.contact_id === null) return false;
  if (voter.contact_id === who.id) return true;
  return (
    (await ctx.hot('approval_stands_in', STANDS_IN, [voter.client_id, voter.contact_id, who.id, ctx.now])).length > 0
  );
}

async function openStep(ctx: Ctx, voter: VoterRow) {
  return ctx.tx
    .selectFrom('approval_steps')
    .select('name')
    .where('client_id', '=', voter.client_id)
    .where('approval_id', '=', voter.approval_id)
    .where('position', '=', voter.position)
    .where('state', '=', 'open')
    .executeTakeFirst();
}

async function outcome(ctx: Ctx, approval: Approval, voter: VoterRow): Promise<VoteOutcome> {
  const row = await ctx.tx
    .selectFrom('approvals as a')
    .innerJoin('approval_steps as s', (on) =>
      on.onRef('s.client_id', '=', 'a.client_id').onRef('s.approval_id', '=', 'a.id'),
    )
    .select(['a.state', 's.state as step'])
    .where('a.client_id', '=', approval.client_id)
    .where('a.id', '=', approval.id)
    .where('s.position', '=', voter.position)
    .executeTakeFirstOrThrow();
  return row as VoteOutcome;
}
