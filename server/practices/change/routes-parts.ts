import Type from 'typebox';
import { inNameOf } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { callerOf } from '#server/practices/approval/index.ts';
import { AnnouncePart, ChangeView, EditPart, PlannedWorkList } from '#shared/change.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { draftAnnouncement } from './parts-announce.ts';
import { editPart } from './parts-edit.ts';
import { plannedWorkFor } from './portal.ts';
import { viewChange } from './view.ts';

const ByClient = Type.Object({ ...TicketRef.properties, clientId: Id });
const at = '/api/v1/changes/:idOrKey/parts/:clientId';

export const partRoutes = [
  defineRoute(
    {
      method: 'PATCH',
      url: at,
      access: 'change.manage',
      tag: 'Changes',
      summary: 'Write what a change means for a client that it affects, for its people to read',
      params: ByClient,
      body: EditPart,
      response: ChangeView,
    },
    async (ctx, { params, body }) => {
      await editPart(ctx, params.idOrKey, params.clientId, body);
      return viewChange(ctx, params.idOrKey, callerOf(ctx));
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: `${at}/announcement`,
      access: 'change.manage',
      tag: 'Changes',
      summary:
        'Draft what a client is told of a change, from its communication plan; somebody reads it over and publishes it',
      params: ByClient,
      body: AnnouncePart,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({
      id: await draftAnnouncement(ctx, params.idOrKey, params.clientId, body.version),
    }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/portal/planned-work',
      access: 'contact',
      tag: 'Portal',
      summary:
        'Changes that are planned on what my company has, or that I was asked about: what, when and how they stand',
      under: inNameOf,
      response: PlannedWorkList,
    },
    async (ctx) => ({ items: await plannedWorkFor(ctx) }),
  ),
];
