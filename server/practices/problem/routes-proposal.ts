import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  AcceptProposal,
  AdvisoriesImported,
  AdvisoryList,
  AdvisoryPreview,
  EnterAdvisory,
  ImportAdvisories,
  ProposalList,
  ProposalQuery,
  RejectProposal,
  SnoozeProposal,
} from '#shared/problem.ts';
import { enterAdvisory, listAdvisories, withdrawAdvisory } from './advisories.ts';
import { importAdvisories, previewAdvisories } from './import-advisories.ts';
import { LOOK_JOB } from './look.ts';
import { acceptProposal, listProposals, rejectProposal, snoozeProposal } from './proposals.ts';

const read = { access: 'ticket.read', tag: 'Problems' } as const;
const write = { access: 'problem.manage', tag: 'Problems' } as const;
/** A million letters, each of up to four bytes as it travels, and what JSON puts around them. */
const LIST_BYTES = 5 * 1_048_576;
const params = Type.Object({ id: Id });

export const proposalRoutes = [
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: '/api/v1/problem-proposals',
      summary: 'Problems that what happened speaks for, the strongest first, each with its evidence',
      query: ProposalQuery,
      response: ProposalList,
    },
    (ctx, { query }) => listProposals(ctx, query),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-proposals/look',
      summary: 'Look for problems now; it is done once a day by itself',
      response: Nothing,
      status: 204,
    },
    async (ctx) => {
      await ctx.services.jobs.enqueue(ctx, LOOK_JOB, {});
      return null;
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-proposals/:id/accept',
      summary: 'Open a problem from a proposal, with its incidents below it',
      params,
      body: AcceptProposal,
      response: Type.Object({ id: Id, key: Type.String() }),
      status: 201,
    },
    async (ctx, { params: { id }, body }) => {
      const problem = await acceptProposal(ctx, id, body.title);
      return { id: problem.id, key: problem.key };
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-proposals/:id/snooze',
      summary: 'Put a proposal aside until a day',
      params,
      body: SnoozeProposal,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id }, body }) => {
      await snoozeProposal(ctx, id, body.until);
      return null;
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-proposals/:id/reject',
      summary: 'Reject a proposal: the same needs more to be proposed again',
      params,
      body: RejectProposal,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id }, body }) => {
      await rejectProposal(ctx, id, body.reason);
      return null;
    },
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: '/api/v1/problem-advisories',
      summary: 'What vendors warn of',
      response: AdvisoryList,
    },
    (ctx) => listAdvisories(ctx),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-advisories',
      summary: 'Enter what a vendor warns of, and which words the items have that it concerns',
      body: EnterAdvisory,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await enterAdvisory(ctx, body) }),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-advisories/preview',
      summary: 'What a list of advisories would enter, and what is wrong with which line; nothing is kept',
      body: ImportAdvisories,
      response: AdvisoryPreview,
      bodyLimit: LIST_BYTES,
    },
    (ctx, { body }) => previewAdvisories(ctx, body),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problem-advisories/import',
      summary: 'Enter a list of advisories, all of it or nothing',
      body: ImportAdvisories,
      response: AdvisoriesImported,
      status: 201,
      bodyLimit: LIST_BYTES,
    },
    (ctx, { body }) => importAdvisories(ctx, body),
  ),
  defineRoute(
    {
      ...write,
      method: 'DELETE',
      url: '/api/v1/problem-advisories/:id',
      summary: 'Take it back',
      params,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params: { id } }) => {
      await withdrawAdvisory(ctx, id);
      return null;
    },
  ),
];
