import { Fault, invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ReassignVote } from '#shared/approval.ts';
import { askPeople } from './ask.ts';
import { deciderOf } from './once.ts';
import { lockApproval, type OfTicket, stepsOf, tell, votersOf } from './rows.ts';
import { notePeople } from './step-people.ts';

const OF_VOTE = 'select approval_id from approval_voters where client_id = $1 and id = $2';

/**
 * Gives a vote that was not cast to another of the client's people, who is asked at once; the links of whoever had it count no more.
 * The ticket is locked by the caller. Refuses whoever asked for the thing themselves, and whoever has a vote in the step already.
 */
export async function reassignVote(ctx: Ctx, ticket: OfTicket, voteId: string, input: ReassignVote): Promise<void> {
  const [vote] = await ctx.hot<{ approval_id: string }>('approval_of_vote', OF_VOTE, [ticket.client_id, voteId]);
  if (!vote) throw notFound('vote');
  const approval = await lockApproval(ctx, ticket.client_id, vote.approval_id);
  if (approval.ticket_id !== ticket.id) throw notFound('vote');
  const voters = await votersOf(ctx, approval);
  const had = voters.find(({ id }) => id === voteId);
  const step = (await stepsOf(ctx, approval)).find(({ position }) => position === had?.position);
  if (!had || !step) throw notFound('vote');
  if (approval.state !== 'pending' || step.state !== 'open' || had.vote !== null)
    throw new Fault('conflict', 'This vote waits for nobody any more.');
  const to = await ctx.tx
    .selectFrom('contacts')
    .select(['id', 'name'])
    .where('client_id', '=', ticket.client_id)
    .where('id', '=', input.contactId)
    .where('active', '=', true)
    .executeTakeFirst();
  const refuse = (message: string) => invalid([{ path: 'contactId', message }]);
  if (!to) throw refuse('must be an active contact of this client');
  if (approval.excluded.includes(to.id)) throw refuse('asked for it, and so does not decide about it');
  const places = voters.filter(({ position }) => position === step.position);
  if (places.some(({ contact_id }) => contact_id === to.id)) throw refuse('is asked in this step already');
  if (places.some((place) => deciderOf(place) === to.id))
    throw refuse('has decided in this step already, and each person counts once in a step');
  const why = `asked in place of ${had.name}`;
  const now = { contact_id: to.id, staff_id: null, name: to.name, why };
  await ctx.tx
    .updateTable('approval_voters')
    .set(now)
    .where('client_id', '=', ticket.client_id)
    .where('id', '=', voteId)
    .execute();
  await ctx.tx
    .updateTable('approval_links')
    .set({ used_at: ctx.now })
    .where('client_id', '=', ticket.client_id)
    .where('voter_id', '=', voteId)
    .where('used_at', 'is', null)
    .execute();
  await notePeople(ctx, approval);
  await tell(ctx, ticket, 'approval_reassigned', {
    approvalId: approval.id,
    text: `${to.name} to approve ${approval.subject.title} in place of ${had.name}`,
    reason: input.reason.trim(),
  });
  await askPeople(ctx, approval, step, [{ ...had, ...now }], 'asked');
}
