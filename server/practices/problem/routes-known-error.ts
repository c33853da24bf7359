import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  KnownErrorMatches,
  PortalKnownErrors,
  ProblemView,
  PublishKnownError,
  RetireKnownError,
  SuggestQuery,
  TicketKnownErrors,
} from '#shared/problem.ts';
import { TicketRef } from '#shared/ticket.ts';
import { publishKnownError, retireKnownError } from './known-errors.ts';
import { knownErrorsOf, suggestFor } from './match.ts';
import { knownErrorsFor } from './portal.ts';
import { useKnownError } from './use.ts';
import { viewProblem } from './view.ts';

const tag = 'Problems';

export const knownErrorRoutes = [
  defineRoute(
    {
      access: 'problem.manage',
      tag,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/known-errors',
      summary: 'Publish it as a known error at clients, to technicians and, where asked, in the portal',
      params: TicketRef,
      body: PublishKnownError,
      response: ProblemView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await publishKnownError(ctx, params.idOrKey, body);
      return viewProblem(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      access: 'problem.manage',
      tag,
      method: 'POST',
      url: '/api/v1/problems/:idOrKey/known-errors/retire',
      summary: 'Take a known error back at clients',
      params: TicketRef,
      body: RetireKnownError,
      response: ProblemView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await retireKnownError(ctx, params.idOrKey, body);
      return viewProblem(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      access: 'ticket.read',
      tag,
      method: 'GET',
      url: '/api/v1/known-errors/suggestions',
      summary: 'Known errors of a client that something may be which is being logged',
      query: SuggestQuery,
      response: KnownErrorMatches,
    },
    (ctx, { query }) => suggestFor(ctx, query),
  ),
  defineRoute(
    {
      access: 'ticket.read',
      tag,
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/known-errors',
      summary: 'Known errors that were recognised on a ticket, and those that it may be',
      params: TicketRef,
      response: TicketKnownErrors,
    },
    (ctx, { params }) => knownErrorsOf(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      access: 'ticket.update',
      tag,
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/known-errors',
      summary: 'Say that a ticket is of a known error; an incident hangs under its problem from then on',
      params: TicketRef,
      body: Type.Object({ knownErrorId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await useKnownError(ctx, params.idOrKey, body.knownErrorId);
      return null;
    },
  ),
  defineRoute(
    {
      access: 'contact',
      tag: 'Portal',
      method: 'GET',
      url: '/api/v1/portal/known-errors',
      summary: 'What is known not to work at my company, and what helps until it is fixed',
      response: PortalKnownErrors,
    },
    (ctx) => knownErrorsFor(ctx),
  ),
];
