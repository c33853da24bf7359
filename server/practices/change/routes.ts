import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { ChangeModelView, ChangeView, CreateChange, EditChange } from '#shared/change.ts';
import { TicketRef } from '#shared/ticket.ts';
import { createChange } from './create.ts';
import { editChange } from './edit.ts';
import { listModels } from './models.ts';
import { viewChange } from './view.ts';

const tag = 'Changes';

export const changeRoutes = [
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/changes',
      access: 'change.manage',
      tag,
      summary: 'Raise a change: its ticket, and what it plans',
      body: CreateChange,
      response: ChangeView,
      status: 201,
    },
    async (ctx, { body }) => viewChange(ctx, (await createChange(ctx, body)).id),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/changes/:idOrKey',
      access: 'ticket.read',
      tag,
      summary: 'What a ticket changes: plans, window, what it touches, its risk and what is missing',
      params: TicketRef,
      response: ChangeView,
    },
    (ctx, { params }) => viewChange(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/changes/:idOrKey',
      access: 'change.manage',
      tag,
      summary: 'Write what a change plans; what was authorised before is void, where that is another',
      params: TicketRef,
      body: EditChange,
      response: ChangeView,
    },
    async (ctx, { params, body }) => {
      await editChange(ctx, params.idOrKey, body);
      return viewChange(ctx, params.idOrKey);
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/change-models',
      access: 'ticket.read',
      tag,
      summary: 'The models that changes go by, and the templates of standard ones',
      response: Type.Object({ items: Type.Array(ChangeModelView) }),
    },
    async (ctx) => ({ items: await listModels(ctx) }),
  ),
];
