import Type from 'typebox';
import { notFound } from '#kernel/errors.ts';
import { withContext } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { printPdf, sendPdf } from '#platform/pdf/index.ts';
import { tellLinked } from '#server/practices/span/index.ts';
import {
  EditMajor,
  MajorCandidates,
  MajorPage,
  MajorQuery,
  MajorSuggestions,
  MajorTickets,
  MajorView,
  MoveMajor,
  ProposeMajor,
  TellClients,
  WriteReview,
} from '#shared/major.ts';
import { TellTickets, ToldTickets } from '#shared/span.ts';
import { TicketRef } from '#shared/ticket.ts';
import { candidatesFor } from './candidates.ts';
import { editMajor } from './edit.ts';
import { moveMajor } from './move.ts';
import { proposeMajor } from './propose.ts';
import { listMajors, viewMajor } from './queries.ts';
import { reportOf } from './report.ts';
import { writeReview } from './review.ts';
import { majorOf } from './rows.ts';
import { tellClients } from './say.ts';
import { majorSuggestions } from './suggestions.ts';
import { letGoTicket, takeInTickets } from './tickets.ts';

const tag = 'Major incidents';
const url = '/api/v1/major-incidents/:idOrKey';

export const majorRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/major-incidents',
      access: 'ticket.read',
      tag,
      summary: 'Major incidents, the newest first',
      query: MajorQuery,
      response: MajorPage,
    },
    (ctx, { query }) => listMajors(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/major-incident-suggestions',
      access: 'ticket.read',
      tag,
      summary: 'What the open incidents of the last while say might be one, by the firm’s criteria',
      response: MajorSuggestions,
    },
    (ctx) => majorSuggestions(ctx),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/major-incidents',
      access: 'ticket.update',
      tag,
      summary:
        'Propose a major incident: of one ticket, of several of a client, or of several clients, above whose tickets a new one of the provider stands',
      body: ProposeMajor,
      response: MajorView,
      status: 201,
    },
    async (ctx, { body }) => viewMajor(ctx, (await proposeMajor(ctx, body)).id),
  ),
  defineRoute(
    {
      method: 'GET',
      url,
      access: 'ticket.read',
      tag,
      summary: 'A major incident: people, what clients were told, its tickets, and where it can go',
      params: TicketRef,
      response: MajorView,
    },
    (ctx, { params }) => viewMajor(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url,
      access: 'major.manage',
      tag,
      summary: 'Say who has which part, where those on it talk, its title for clients, and how often they are told',
      params: TicketRef,
      body: EditMajor,
      response: MajorView,
    },
    async (ctx, { params, body }) => {
      await editMajor(ctx, params.idOrKey, body);
      return viewMajor(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${url}/moves`,
      access: 'major.manage',
      tag,
      summary: 'Declare, decline, stabilise, restore, reopen, review or complete it',
      params: TicketRef,
      body: MoveMajor,
      response: MajorView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await moveMajor(ctx, params.idOrKey, body);
      return viewMajor(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${url}/updates`,
      access: 'major.manage',
      tag,
      summary: 'Tell the people of every affected client how it stands: in their portal and, as they want it, by mail',
      params: TicketRef,
      body: TellClients,
      response: MajorView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await tellClients(ctx, params.idOrKey, body);
      return viewMajor(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: `${url}/candidates`,
      access: 'ticket.read',
      tag,
      summary: 'Open incidents that seem to be of the same cause, each with what speaks for it',
      params: TicketRef,
      response: MajorCandidates,
    },
    (ctx, { params }) => candidatesFor(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${url}/tickets`,
      access: 'ticket.update',
      tag,
      summary: 'Put tickets of the same cause to it: all of them, or none where one cannot be',
      params: TicketRef,
      body: MajorTickets,
      response: MajorView,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await takeInTickets(ctx, params.idOrKey, body.tickets, body.why);
      return viewMajor(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: `${url}/tickets`,
      access: 'ticket.update',
      tag,
      summary: 'Take a ticket off it again',
      params: TicketRef,
      body: Type.Object({ ticket: Type.String({ minLength: 3, maxLength: 60 }) }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await letGoTicket(ctx, params.idOrKey, body.ticket);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${url}/tickets/tell`,
      access: 'major.manage',
      tag,
      summary: 'Tell the people of its tickets something, and resolve these where asked; answers for each',
      params: TicketRef,
      body: TellTickets,
      response: ToldTickets,
      status: 201,
    },
    async (ctx, { params, body }) => tellLinked(ctx, (await majorOf(ctx, params.idOrKey)).ticket, body),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: `${url}/review`,
      access: 'major.manage',
      tag,
      summary: 'Write its review; each new action becomes a task',
      params: TicketRef,
      body: WriteReview,
      response: MajorView,
    },
    async (ctx, { params, body }) => {
      await writeReview(ctx, params.idOrKey, body);
      return viewMajor(ctx, params.idOrKey);
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: `${url}/report`,
      access: 'ticket.read',
      tag,
      summary: 'A major incident as a PDF: times, clients, what they were told, its review and its course',
      params: TicketRef,
      response: Type.Unknown(),
      perMinute: 30,
    },
    async (services, { params, session, reply }) => {
      if (!session) throw notFound('session');
      const { name, document } = await withContext(services, session.identity, (ctx) => reportOf(ctx, params.idOrKey));
      return sendPdf(reply, name, await printPdf(document));
    },
  ),
];
