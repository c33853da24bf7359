import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id, Name } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { addChecklistItem, removeChecklistItem, tickChecklistItem } from './command-satellites.ts';

const tag = 'Tickets';

export const checklistRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/checklist',
      access: 'ticket.update',
      tag,
      summary: 'Add a line to the checklist',
      params: TicketRef,
      body: Type.Object({ text: Name, required: Type.Optional(Type.Boolean()) }),
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({
      id: await addChecklistItem(ctx, params.idOrKey, { text: body.text, required: body.required ?? false }),
    }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/tickets/:idOrKey/checklist/:itemId',
      access: 'ticket.update',
      tag,
      summary: 'Tick a line of the checklist',
      params: Type.Object({ ...TicketRef.properties, itemId: Id }),
      body: Type.Object({ done: Type.Boolean() }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await tickChecklistItem(ctx, params.idOrKey, params.itemId, body.done);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/tickets/:idOrKey/checklist/:itemId',
      access: 'ticket.update',
      tag,
      summary: 'Take a line off the checklist',
      params: Type.Object({ ...TicketRef.properties, itemId: Id }),
      response: Type.Object({ eventId: Id }),
    },
    async (ctx, { params }) => ({ eventId: await removeChecklistItem(ctx, params.idOrKey, params.itemId) }),
  ),
];
