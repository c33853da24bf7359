import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { viewTicket } from '#server/desk/ticket/index.ts';
import { Id, Nullable } from '#shared/http.ts';
import { NextTicket, TriageBoard } from '#shared/next.ts';
import { TicketView } from '#shared/ticket.ts';
import { acceptNext, proposeNext, rejectNext } from './commands.ts';
import { triageBoard } from './triage.ts';

const tag = 'Next and triage';

export const nextRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/tickets/triage',
      access: 'ticket.read',
      tag,
      summary: 'What nobody has, what is due within the hour, and what looks like one thing',
      response: TriageBoard,
    },
    (ctx) => triageBoard(ctx),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/next',
      access: 'ticket.assign',
      tag,
      summary: 'Propose the ticket I should do next, with the reasons; it is kept for me for two minutes',
      body: Type.Object({ teamId: Type.Optional(Id) }),
      response: NextTicket,
      status: 201,
    },
    async (ctx, { body }) => {
      const proposal = await proposeNext(ctx, body.teamId ?? null);
      if (!proposal) return { ticket: null, reasons: [], offeredUntil: null };
      const { ticket, reasons, offeredUntil } = proposal;
      return { ticket: await viewTicket(ctx, ticket), reasons: [...reasons], offeredUntil };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/next/accept',
      access: 'ticket.assign',
      tag,
      summary: 'Take the proposed ticket',
      body: Type.Object({ ticketId: Id }),
      response: Type.Object({ ticket: TicketView, eventId: Nullable(Id) }),
      status: 201,
    },
    async (ctx, { body }) => {
      const { ticket, eventId } = await acceptNext(ctx, body.ticketId);
      return { ticket: await viewTicket(ctx, ticket), eventId };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/next/reject',
      access: 'ticket.assign',
      tag,
      summary: 'Pass the proposed ticket over, with a reason; it is not proposed to me again for four hours',
      body: Type.Object({ ticketId: Id, reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { body }) => {
      await rejectNext(ctx, body.ticketId, body.reason);
      return null;
    },
  ),
];
