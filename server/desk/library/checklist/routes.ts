import Type from 'typebox';
import { requireAllClients } from '#platform/context/index.ts';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { deleteRecord, updateRecord } from '#platform/record/index.ts';
import { Id } from '#shared/http.ts';
import { ChecklistTemplateView, CreateChecklistTemplate, UpdateChecklistTemplate } from '#shared/library.ts';
import { TicketRef } from '#shared/ticket.ts';
import { createChecklist, listChecklists, runChecklist } from './checklists.ts';

const tag = 'Library';
const ById = Type.Object({ id: Id });
const WHAT = 'A checklist';

export const checklistRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/checklists',
      access: 'ticket.read',
      tag,
      summary: 'Checklists to put on tickets',
      response: Type.Object({ items: Type.Array(ChecklistTemplateView) }),
    },
    async (ctx) => ({ items: await listChecklists(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/checklists',
      access: 'library.manage',
      tag,
      summary: 'Write down a checklist',
      body: CreateChecklistTemplate,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createChecklist(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/checklists/:id',
      access: 'library.manage',
      tag,
      summary: 'Change a checklist; tickets that have its lines keep theirs',
      params: ById,
      body: UpdateChecklistTemplate,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      requireAllClients(ctx, WHAT);
      await updateRecord(ctx, 'checklist_templates', 'checklist_template', params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/checklists/:id',
      access: 'library.manage',
      tag,
      summary: 'Throw a checklist away; tickets that have its lines keep them',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      requireAllClients(ctx, WHAT);
      await deleteRecord(ctx, 'checklist_templates', 'checklist_template', params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/checklists',
      access: 'ticket.update',
      tag,
      summary: 'Put a checklist on a ticket',
      params: TicketRef,
      body: Type.Object({ checklistId: Id }),
      response: Type.Object({ ids: Type.Array(Id) }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ ids: await runChecklist(ctx, params.idOrKey, body.checklistId) }),
  ),
];
