import Type from 'typebox';
import { type Ctx, inNameOf } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import {
  CastVote,
  CreateDelegation,
  DelegationView,
  LinkView,
  LookByLink,
  OpenVote,
  VoteByLink,
  VoteOutcome,
} from '#shared/approval.ts';
import { Id } from '#shared/http.ts';
import { delegate, delegationsOf, endDelegation } from './delegation.ts';
import { lookByLink, voteByLink } from './link.ts';
import { openVotesOf } from './queries.ts';
import { voteSaid } from './said.ts';
import { castVote, type Who } from './vote.ts';

const tag = 'Approvals';
const OpenVotes = Type.Object({ items: Type.Array(OpenVote) });
const ByVote = Type.Object({ voteId: Id });
const own = { access: 'contact', tag, under: inNameOf } as const;

/** The caller as somebody who votes. For an API key it is the person whose key it is. */
export function callerOf({ actor }: Ctx): Who {
  const { id, name } = actor;
  if (id === null) throw new Error('Nobody is signed in');
  return { kind: actor.kind === 'contact' ? 'contact' : 'staff', id, name };
}

/** The caller at their client. */
const contactOf = (ctx: Ctx) => ({ clientId: ctx.scope.clientIds[0] ?? '', contactId: callerOf(ctx).id });

export const approvalRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/approvals/mine',
      access: 'approval.decide',
      tag,
      summary: 'What waits for my vote, the oldest first',
      response: OpenVotes,
    },
    async (ctx) => ({ items: await openVotesOf(ctx, callerOf(ctx)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/approvals/votes/:voteId',
      access: 'approval.decide',
      tag,
      summary: 'Approve or reject where I am asked',
      params: ByVote,
      body: CastVote,
      response: VoteOutcome,
    },
    (ctx, { params, body }) => castVote(ctx, params.voteId, body, callerOf(ctx), 'workspace'),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/approvals',
      summary: 'What waits for my vote, or for the vote of somebody I stand in for',
      response: OpenVotes,
    },
    async (ctx) => {
      const votes = await openVotesOf(ctx, callerOf(ctx));
      return {
        items: await inWordsOf(ctx, await callingReader(ctx), (say) => votes.map((vote) => voteSaid(vote, say))),
      };
    },
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/approvals/votes/:voteId',
      summary: 'Approve or reject',
      params: ByVote,
      body: CastVote,
      response: VoteOutcome,
    },
    (ctx, { params, body }) => castVote(ctx, params.voteId, body, callerOf(ctx), 'portal'),
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/delegations',
      summary: 'Who stands in for me, now or later',
      response: Type.Object({ items: Type.Array(DelegationView) }),
    },
    async (ctx) => ({ items: await delegationsOf(ctx, contactOf(ctx)) }),
  ),
  defineRoute(
    {
      ...own,
      method: 'POST',
      url: '/api/v1/portal/delegations',
      summary: 'Let a colleague approve in my place for a time',
      body: CreateDelegation,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await delegate(ctx, contactOf(ctx), body) }),
  ),
  defineRoute(
    {
      ...own,
      method: 'DELETE',
      url: '/api/v1/portal/delegations/:delegationId',
      summary: 'End that before its time',
      params: Type.Object({ delegationId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await endDelegation(ctx, contactOf(ctx), params.delegationId);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/approval-links/look',
      access: 'public',
      tag,
      summary: 'What the reader of a link in a mail is asked; decides nothing',
      body: LookByLink,
      response: LinkView,
    },
    async (services, { body }) => lookByLink(services, body.token),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/approval-links/vote',
      access: 'public',
      tag,
      summary: 'Vote by such a link, once',
      body: VoteByLink,
      response: VoteOutcome,
    },
    async (services, { body: { token, ...vote } }) => voteByLink(services, token, vote),
  ),
];
