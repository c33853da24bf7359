import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import {
  BulkItemPage,
  BulkItemQuery,
  BulkNow,
  BulkOutcome,
  BulkPreview,
  BulkView,
  MOST_AT_ONCE,
  MOST_IN_BACKGROUND,
  PreviewBulk,
  StartBulk,
} from '#shared/bulk.ts';
import { Id } from '#shared/http.ts';
import { changeNow, revertBulk, startBulk, stopBulk } from './commands.ts';
import { previewBulk } from './preview.ts';
import { listBulkItems, listBulks, viewBulk } from './queries.ts';

const many = { access: 'ticket.bulk', tag: 'Many tickets' } as const;
const params = Type.Object({ id: Id });

export const bulkRoutes = [
  defineRoute(
    {
      ...many,
      method: 'POST',
      url: '/api/v1/tickets/bulk',
      summary: `Change up to ${MOST_AT_ONCE} tickets now; answers for each`,
      body: BulkNow,
      response: Type.Object({ items: Type.Array(BulkOutcome) }),
      status: 201,
    },
    async (ctx, { body: { ids, ...actions } }) => ({ items: await changeNow(ctx, ids, actions) }),
  ),
  defineRoute(
    {
      ...many,
      method: 'POST',
      url: '/api/v1/bulk-changes/preview',
      summary: 'How many tickets a change would reach, and what would become of the first few',
      body: PreviewBulk,
      response: BulkPreview,
    },
    (ctx, { body }) => previewBulk(ctx, body),
  ),
  defineRoute(
    {
      ...many,
      method: 'POST',
      url: '/api/v1/bulk-changes',
      summary: `Change up to ${MOST_IN_BACKGROUND} tickets in the background`,
      body: StartBulk,
      response: BulkView,
      status: 201,
    },
    async (ctx, { body }) => viewBulk(ctx, await startBulk(ctx, body)),
  ),
  defineRoute(
    {
      ...many,
      method: 'GET',
      url: '/api/v1/bulk-changes',
      summary: 'My latest changes of many tickets, and how far each is',
      response: Type.Object({ items: Type.Array(BulkView) }),
    },
    async (ctx) => ({ items: await listBulks(ctx) }),
  ),
  defineRoute(
    { ...many, method: 'GET', url: '/api/v1/bulk-changes/:id', summary: 'One of them', params, response: BulkView },
    (ctx, { params: { id } }) => viewBulk(ctx, id),
  ),
  defineRoute(
    {
      ...many,
      method: 'GET',
      url: '/api/v1/bulk-changes/:id/items',
      summary: 'What came of it for each ticket',
      params,
      query: BulkItemQuery,
      response: BulkItemPage,
    },
    (ctx, { params: { id }, query }) => listBulkItems(ctx, id, query),
  ),
  defineRoute(
    {
      ...many,
      method: 'POST',
      url: '/api/v1/bulk-changes/:id/stop',
      summary: 'Stop it; what is done stays done',
      params,
      response: BulkView,
      status: 201,
    },
    async (ctx, { params: { id } }) => {
      await stopBulk(ctx, id);
      return viewBulk(ctx, id);
    },
  ),
  defineRoute(
    {
      ...many,
      method: 'POST',
      url: '/api/v1/bulk-changes/:id/revert',
      summary: 'Take back what it did, wherever nothing newer stands in the way',
      params,
      response: BulkView,
      status: 201,
    },
    async (ctx, { params: { id } }) => {
      await revertBulk(ctx, id);
      return viewBulk(ctx, id);
    },
  ),
];
