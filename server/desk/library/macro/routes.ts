import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { viewTicket } from '#server/desk/ticket/index.ts';
import { Id } from '#shared/http.ts';
import { CreateMacro, MacroPreview, MacroView, RunMacro, UpdateMacro } from '#shared/library.ts';
import { TicketRef, TicketView } from '#shared/ticket.ts';
import { MACROS, takeOffShelf } from '../shelf.ts';
import { createMacro, listMacros, macro, updateMacro } from './macros.ts';
import { previewMacro, runMacro } from './run.ts';

const tag = 'Library';
const ById = Type.Object({ id: Id });
const OnTicket = Type.Object({ ...TicketRef.properties, macroId: Id });

export const macroRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/macros',
      access: 'ticket.read',
      tag,
      summary: 'Macros that I may use, by folder and name',
      query: Type.Object({
        all: Type.Optional(Type.Boolean({ description: 'Those of other teams too, to look after' })),
      }),
      response: Type.Object({ items: Type.Array(MacroView) }),
    },
    async (ctx, { query }) => ({ items: await listMacros(ctx, query.all ?? false) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/macros',
      access: 'ticket.update',
      tag,
      summary: 'Write down a macro; shared ones need library.manage',
      body: CreateMacro,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createMacro(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/macros/:id',
      access: 'ticket.read',
      tag,
      summary: 'One macro',
      params: ById,
      response: MacroView,
    },
    (ctx, { params }) => macro(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/macros/:id',
      access: 'ticket.update',
      tag,
      summary: 'Change a macro',
      params: ById,
      body: UpdateMacro,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateMacro(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/macros/:id',
      access: 'ticket.update',
      tag,
      summary: 'Throw a macro away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await takeOffShelf(ctx, MACROS, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/macros/:macroId',
      access: 'ticket.update',
      tag,
      summary: 'Run a macro on a ticket: all of its steps, or none',
      params: OnTicket,
      body: RunMacro,
      response: TicketView,
      status: 201,
    },
    async (ctx, { params, body }) => viewTicket(ctx, await runMacro(ctx, params.idOrKey, params.macroId, body)),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/macros/:macroId/preview',
      access: 'ticket.update',
      tag,
      summary: 'What a macro would do to a ticket, step by step',
      params: OnTicket,
      body: RunMacro,
      response: MacroPreview,
      status: 201,
    },
    (ctx, { params, body }) => previewMacro(ctx, params.idOrKey, params.macroId, body),
  ),
];
