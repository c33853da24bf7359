import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { tellLinked } from '#server/practices/span/index.ts';
import { Id } from '#shared/http.ts';
import {
  LinkIncidents,
  OpenProblem,
  ProblemPage,
  ProblemQuery,
  ProblemView,
  ReviewProblem,
  UnlinkIncidents,
  UpdateProblem,
} from '#shared/problem.ts';
import { TellTickets, ToldTickets } from '#shared/span.ts';
import { TicketRef } from '#shared/ticket.ts';
import { updateProblem } from './change.ts';
import { linkIncidents, openProblem, unlinkIncidents } from './open.ts';
import { listProblems } from './queries.ts';
import { reviewProblem } from './review.ts';
import { findProblem } from './rows.ts';
import { incidentsOf, viewProblem } from './view.ts';

const read = { access: 'ticket.read', tag: 'Problems' } as const;
const write = { access: 'problem.manage', tag: 'Problems' } as const;

export const problemRoutes = [
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: '/api/v1/problems',
      summary: 'Problems, those that changed last first',
      query: ProblemQuery,
      response: ProblemPage,
    },
    (ctx, { query }) => listProblems(ctx, query),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problems',
      summary: 'Open a problem behind incidents; of several clients it is the provider’s own',
      body: OpenProblem,
      response: Type.Object({ id: Id, key: Type.String() }),
      status: 201,
    },
    async (ctx, { body }) => {
      const { id, key } = await openProblem(ctx, body);
      return { id, key };
    },
  ),
  defineRoute(
    {
      ...read,
      method: 'GET',
      url: '/api/v1/problems/:idOrKey',
      summary: 'One problem: analysis, workaround, its incidents and where it is known, as far as you see its clients',
      params: TicketRef,
      response: ProblemView,
    },
    (ctx, { params }) => viewProblem(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      ...write,
      method: 'PATCH',
      url: '/api/v1/problems/:idOrKey',
      summary: 'Change symptoms, analysis, workaround and the rest of it',
      params: TicketRef,
      body: UpdateProblem,
      response: ProblemView,
    },
    async (ctx, { params, body }) => {
      await updateProblem(ctx, params.idOrKey, body);
      return viewProblem(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/incidents',
      summary: 'Put incidents to a problem',
      params: TicketRef,
      body: LinkIncidents,
      response: ProblemView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await linkIncidents(ctx, params.idOrKey, body.ticketIds, body.why);
      return viewProblem(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/incidents/remove',
      summary: 'Take incidents off a problem',
      params: TicketRef,
      body: UnlinkIncidents,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await unlinkIncidents(ctx, params.idOrKey, body.ticketIds);
      return null;
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/incidents/tell',
      summary: 'Tell the people of its incidents something, and resolve these where asked; answers for each',
      params: TicketRef,
      body: TellTickets,
      response: ToldTickets,
      status: 201,
    },
    async (ctx, { params, body }) => tellLinked(ctx, (await findProblem(ctx, params.idOrKey)).ticket, body),
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/review',
      summary: 'Say whether it stopped, some weeks after it was resolved',
      params: TicketRef,
      body: ReviewProblem,
      response: ProblemView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await reviewProblem(ctx, params.idOrKey, body, (problem) => incidentsOf(ctx, problem));
      return viewProblem(ctx, params.idOrKey);
    },
  ),
];
