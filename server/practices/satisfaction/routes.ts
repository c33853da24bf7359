import { inNameOf } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { ownTicket } from '#server/channels/contact/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import {
  LookAtRating,
  RateByLink,
  RateTicket,
  RatingAsked,
  RatingOfTicket,
  RatingPage,
  RatingsQuery,
  Satisfaction,
  SatisfactionQuery,
} from '#shared/satisfaction.ts';
import { TicketRef } from '#shared/ticket.ts';
import { lookByLink, rateByLink } from './link.ts';
import { listRatings, ratingOf, satisfaction } from './queries.ts';
import { rate } from './rate.ts';

const tag = 'Satisfaction';

export const satisfactionRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/satisfaction',
      access: 'ticket.read',
      tag,
      summary: 'How content people were in a period, by client, team, person and month',
      query: SatisfactionQuery,
      response: Satisfaction,
    },
    (ctx, { query }) => satisfaction(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/satisfaction/ratings',
      access: 'ticket.read',
      tag,
      summary: 'The ratings behind it, the newest first',
      query: RatingsQuery,
      response: RatingPage,
    },
    (ctx, { query }) => listRatings(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/rating',
      access: 'ticket.read',
      tag,
      summary: 'What whoever asked for a ticket said about it; null where they were not asked',
      params: TicketRef,
      response: RatingOfTicket,
    },
    async (ctx, { params }) => ({ rating: await ratingOf(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/portal/tickets/:idOrKey/rating',
      access: 'contact',
      tag,
      summary: 'What I was asked about my ticket, and said',
      params: TicketRef,
      response: RatingOfTicket,
    },
    async (ctx, { params }) => ({ rating: await ratingOf(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'PUT',
      url: '/api/v1/portal/tickets/:idOrKey/rating',
      access: 'contact',
      tag,
      under: inNameOf,
      summary: 'Say how content I am, where I was asked; it can be changed for some days',
      params: TicketRef,
      body: RateTicket,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      const { client_id, id } = await ownTicket(ctx, params.idOrKey);
      await rate(ctx, { clientId: client_id, ticketId: id, contactId: ctx.actor.id ?? '' }, body, 'portal');
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/rating-links/look',
      access: 'public',
      tag,
      summary: 'What the reader of a link in a mail is asked; rates nothing',
      body: LookAtRating,
      response: RatingAsked,
    },
    (services, { body }) => lookByLink(services, body.token),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/rating-links/rate',
      access: 'public',
      tag,
      summary: 'Rate by such a link',
      body: RateByLink,
      response: Nothing,
      status: 204,
    },
    async (services, { body: { token, ...said } }) => {
      await rateByLink(services, token, said);
      return null;
    },
  ),
];
