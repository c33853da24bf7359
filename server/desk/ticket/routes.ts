import Type from 'typebox';
import type { Ctx } from '#platform/context/index.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { previewMail, recipientsOf } from '#server/channels/mail-out/index.ts';
import { Counted, Id, Nullable, OneOf } from '#shared/http.ts';
import { MailPreview, PreviewMail, Recipient } from '#shared/mail.ts';
import { FoundTickets, SearchQuery } from '#shared/search.ts';
import {
  AssignTicket,
  CreateTicket,
  EscalateTicket,
  MessagePosted,
  PostMessage,
  TicketPage,
  TicketRef,
  TicketView,
  TimelineEntry,
  TransitionTicket,
  UpdateTicket,
} from '#shared/ticket.ts';
import { TicketFilterQuery } from '#shared/ticket-filter.ts';
import { COUNT_CAP, LINK_KINDS } from '#shared/vocabulary.ts';
import { assignTicket, escalateTicket } from './command-assign.ts';
import { createTicket } from './command-create.ts';
import { postMessage } from './command-message.ts';
import { linkTickets, setWatcher } from './command-satellites.ts';
import { transitionTicket } from './command-transition.ts';
import { undoChange } from './command-undo.ts';
import { updateTicket } from './command-update.ts';
import { findTicket } from './find.ts';
import { findTickets } from './query-found.ts';
import { countTickets, listTicketsJson } from './query-list.ts';
import { timelineOf } from './query-timeline.ts';
import { markRead, viewNewTicket, viewTicket } from './query-view.ts';
import type { TicketRecord } from './record.ts';

const tag = 'Tickets';
/** The ticket as it now is, with the event by which the change can be undone. */
const Changed = Type.Object({ ticket: TicketView, eventId: Nullable(Id) });
const changed = async (ctx: Ctx, { ticket, eventId }: { ticket: TicketRecord; eventId: string | null }) => ({
  ticket: await viewTicket(ctx, ticket),
  eventId,
});

export const ticketRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets',
      access: 'ticket.create',
      tag,
      summary: 'Log a ticket',
      body: CreateTicket,
      response: TicketView,
      status: 201,
    },
    async (ctx, { body }) => {
      const ticket = await createTicket(ctx, body);
      return body.parentId || body.checklist?.length ? viewTicket(ctx, ticket) : viewNewTicket(ctx, ticket);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets',
      access: 'ticket.read',
      tag,
      summary: 'Tickets by filter, search and sort, a page at a time',
      query: TicketFilterQuery,
      response: TicketPage,
    },
    (ctx, { query }) => listTicketsJson(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/search',
      access: 'ticket.read',
      tag,
      summary: 'Tickets for some words, best first, each with where it was found',
      query: SearchQuery,
      response: FoundTickets,
    },
    (ctx, { query }) => findTickets(ctx, query),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/count',
      access: 'ticket.read',
      tag,
      summary: `How many tickets a filter finds, counted up to ${COUNT_CAP}`,
      query: TicketFilterQuery,
      response: Counted,
    },
    async (ctx, { query }) => {
      const count = await countTickets(ctx, query);
      return { count, capped: count >= COUNT_CAP };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey',
      access: 'ticket.read',
      tag,
      summary: 'One ticket with everything around it',
      params: TicketRef,
      response: TicketView,
    },
    async (ctx, { params }) => viewTicket(ctx, await findTicket(ctx, params.idOrKey)),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/tickets/:idOrKey',
      access: 'ticket.update',
      tag,
      summary: 'Change fields of a ticket',
      params: TicketRef,
      body: UpdateTicket,
      response: Changed,
    },
    async (ctx, { params, body }) => changed(ctx, await updateTicket(ctx, params.idOrKey, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/transitions',
      access: 'ticket.transition',
      tag,
      summary: 'Move a ticket along its lifecycle',
      params: TicketRef,
      body: TransitionTicket,
      response: Changed,
      status: 201,
    },
    async (ctx, { params, body }) => changed(ctx, await transitionTicket(ctx, params.idOrKey, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/assign',
      access: 'ticket.assign',
      tag,
      summary: 'Give a ticket to a team or a person',
      params: TicketRef,
      body: AssignTicket,
      response: Changed,
      status: 201,
    },
    async (ctx, { params, body }) => changed(ctx, await assignTicket(ctx, params.idOrKey, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/escalate',
      access: 'ticket.assign',
      tag,
      summary: 'Escalate to another team, or up the path',
      params: TicketRef,
      body: EscalateTicket,
      response: Changed,
      status: 201,
    },
    async (ctx, { params, body }) => changed(ctx, await escalateTicket(ctx, params.idOrKey, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/messages',
      access: 'ticket.reply',
      tag,
      summary: 'Reply or note; time, next status and person may go with it',
      params: TicketRef,
      body: PostMessage,
      response: MessagePosted,
      status: 201,
    },
    async (ctx, { params, body }) => {
      const { id, ticket, takeBack } = await postMessage(ctx, params.idOrKey, body);
      return { id, ticket: await viewTicket(ctx, ticket), takeBack };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/recipients',
      access: 'ticket.read',
      tag,
      summary: 'Whom of the client’s people a public answer reaches by mail, and why not the others',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(Recipient) }),
    },
    async (ctx, { params }) => ({ items: await recipientsOf(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/mail-preview',
      access: 'ticket.read',
      tag,
      summary: 'How words of a mail to clients would read for this ticket; nothing is sent',
      params: TicketRef,
      body: PreviewMail,
      response: MailPreview,
      status: 201,
    },
    async (ctx, { params, body }) => previewMail(ctx, await findTicket(ctx, params.idOrKey), body),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/:idOrKey/timeline',
      access: 'ticket.read',
      tag,
      summary: 'What happened, oldest first',
      params: TicketRef,
      response: Type.Object({ items: Type.Array(TimelineEntry) }),
    },
    async (ctx, { params }) => ({ items: await timelineOf(ctx, await findTicket(ctx, params.idOrKey)) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/read',
      access: 'ticket.read',
      tag,
      summary: 'Remember that I have seen it up to now',
      params: TicketRef,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await markRead(ctx, [await findTicket(ctx, params.idOrKey)]);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/undo',
      access: 'ticket.update',
      tag,
      summary: 'Take back what I just did',
      params: TicketRef,
      body: Type.Object({
        eventId: Type.String({ ...Id, description: 'Of what is undone, as the timeline names it' }),
      }),
      response: Changed,
      status: 201,
    },
    async (ctx, { params, body }) => changed(ctx, await undoChange(ctx, params.idOrKey, body.eventId)),
  ),
  ...(['POST', 'DELETE'] as const).flatMap((method) => {
    const on = method === 'POST';
    const status = on ? (201 as const) : (204 as const);
    return [
      defineRoute(
        {
          method,
          url: '/api/v1/tickets/:idOrKey/watchers',
          access: 'ticket.update',
          tag,
          summary: on
            ? 'Let somebody watch; a contact reads it in the portal from then on, and is told by mail what it is about'
            : 'Let somebody watch no longer',
          params: TicketRef,
          body: Type.Object({ kind: OneOf(['staff', 'contact']), id: Id }),
          response: Nothing,
          status,
        },
        async (ctx, { params, body }) => {
          await setWatcher(ctx, params.idOrKey, body, on);
          return null;
        },
      ),
      defineRoute(
        {
          method,
          url: '/api/v1/tickets/:idOrKey/links',
          access: 'ticket.update',
          tag,
          summary: on ? 'Link to another ticket of the client' : 'Take a link away',
          params: TicketRef,
          body: Type.Object({ kind: OneOf(LINK_KINDS), to: Type.String({ minLength: 3, maxLength: 60 }) }),
          response: Nothing,
          status,
        },
        async (ctx, { params, body }) => {
          await linkTickets(ctx, params.idOrKey, body, on);
          return null;
        },
      ),
    ];
  }),
];
