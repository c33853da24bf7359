import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { deleteRecord, updateRecord } from '#platform/record/index.ts';
import { viewTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import { CreateFromTemplate, CreateTicketTemplate, TicketTemplateView, UpdateTicketTemplate } from '#shared/library.ts';
import { TicketView } from '#shared/ticket.ts';
import { cleaned, createFromTemplate, createTemplate, listTemplates, mayChange, ticketTemplate } from './templates.ts';

const tag = 'Library';
const ById = Type.Object({ id: Id });
export const templateRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/ticket-templates',
      access: 'ticket.read',
      tag,
      summary: 'Templates to log tickets from',
      response: Type.Object({ items: Type.Array(TicketTemplateView) }),
    },
    async (ctx) => ({ items: await listTemplates(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/ticket-templates',
      access: 'library.manage',
      tag,
      summary: 'Write down a ticket template',
      body: CreateTicketTemplate,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createTemplate(ctx, body as CreateTicketTemplate) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/ticket-templates/:id',
      access: 'ticket.read',
      tag,
      summary: 'One template',
      params: ById,
      response: TicketTemplateView,
    },
    (ctx, { params }) => ticketTemplate(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/ticket-templates/:id',
      access: 'library.manage',
      tag,
      summary: 'Change a ticket template',
      params: ById,
      body: UpdateTicketTemplate,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      mayChange(ctx);
      await updateRecord(ctx, 'ticket_templates', 'ticket_template', params.id, cleaned(body));
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/ticket-templates/:id',
      access: 'library.manage',
      tag,
      summary: 'Throw a template away; refused while tickets recur from it',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      mayChange(ctx);
      await deleteRecord(ctx, 'ticket_templates', 'ticket_template', params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/ticket-templates/:id/tickets',
      access: 'ticket.create',
      tag,
      summary: 'Log a ticket from a template; what is said besides goes before it',
      params: ById,
      body: CreateFromTemplate,
      response: TicketView,
      status: 201,
    },
    async (ctx, { params, body }) => viewTicket(ctx, await createFromTemplate(ctx, params.id, body)),
  ),
];
