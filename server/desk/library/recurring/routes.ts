import Type from 'typebox';
import { describeRecurrence, nextOccurrences } from '#kernel/recurrence.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  CreateRecurringTicket,
  PreviewRecurrence,
  RecurrencePreview,
  RecurringTicketView,
  UpdateRecurringTicket,
} from '#shared/library.ts';
import { listRecurring, recurringTicket } from './queries.ts';
import { checkSchedule, createRecurring, deleteRecurring, setRecurringActive, updateRecurring } from './recurring.ts';

const tag = 'Library';
const ById = Type.Object({ id: Id });
const PREVIEWED = 10;

export const recurringRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/recurring-tickets',
      access: 'ticket.read',
      tag,
      summary: 'Tickets that come again, with their next times',
      query: Type.Object({ clientId: Type.Optional(Id) }),
      response: Type.Object({ items: Type.Array(RecurringTicketView) }),
    },
    async (ctx, { query }) => ({ items: await listRecurring(ctx, query.clientId) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/recurring-tickets',
      access: 'library.manage',
      tag,
      summary: 'Let a ticket come again and again, from a template',
      body: CreateRecurringTicket,
      response: RecurringTicketView,
      status: 201,
    },
    async (ctx, { body }) => recurringTicket(ctx, await createRecurring(ctx, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/recurring-tickets/preview',
      access: 'ticket.read',
      tag,
      summary: 'A rule in words, and when it would come',
      body: PreviewRecurrence,
      response: RecurrencePreview,
      status: 201,
    },
    async (ctx, { body }) => {
      checkSchedule(body.rule, body.timeZone);
      const next = nextOccurrences(body.rule, body.timeZone, ctx.now, PREVIEWED);
      return { sentence: describeRecurrence(body.rule), next };
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/recurring-tickets/:id',
      access: 'ticket.read',
      tag,
      summary: 'One of them',
      params: ById,
      response: RecurringTicketView,
    },
    (ctx, { params }) => recurringTicket(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/recurring-tickets/:id',
      access: 'library.manage',
      tag,
      summary: 'Change what comes or when; a changed rule counts from now',
      params: ById,
      body: UpdateRecurringTicket,
      response: RecurringTicketView,
    },
    async (ctx, { params, body }) => {
      await updateRecurring(ctx, params.id, body);
      return recurringTicket(ctx, params.id);
    },
  ),
  ...(['pause', 'resume'] as const).map((verb) =>
    defineRoute(
      {
        method: 'POST',
        url: `/api/v1/recurring-tickets/:id/${verb}`,
        access: 'library.manage',
        tag,
        summary: verb === 'pause' ? 'Let it not come for now' : 'Let it come again from its next time on',
        params: ById,
        response: RecurringTicketView,
        status: 201,
      },
      async (ctx, { params }) => {
        await setRecurringActive(ctx, params.id, verb === 'resume');
        return recurringTicket(ctx, params.id);
      },
    ),
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/recurring-tickets/:id',
      access: 'library.manage',
      tag,
      summary: 'End it; tickets that came stay',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await deleteRecurring(ctx, params.id);
      return null;
    },
  ),
];
