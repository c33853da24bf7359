import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import {
  AlertCountQuery,
  AlertCounts,
  AlertPage,
  AlertQuery,
  AlertView,
  CorrelateAlert,
  GiveAlert,
  RecurringAlerts,
  RecurringQuery,
  WorkAlert,
} from '#shared/alert.ts';
import { Id } from '#shared/http.ts';
import { COUNT_CAP } from '#shared/vocabulary.ts';
import { acknowledgeAlert, closeAlert, correlateAlert, giveAlert, ticketOfAlert } from './by-hand.ts';
import { countAlerts, listAlerts, recurringAlerts, viewAlert } from './queries.ts';

const tag = 'Alerts';
const ById = Type.Object({ id: Id });
const read = { method: 'GET', access: 'alert.read', tag } as const;
const work = { method: 'POST', access: 'alert.work', tag, params: ById, response: AlertView } as const;

export const alertRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/alerts',
      summary: 'What monitoring systems say is wrong, what was raised last first',
      query: AlertQuery,
      response: AlertPage,
    },
    (ctx, { query }) => listAlerts(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/alerts/counts',
      summary: `How many alerts a filter finds in each state, counted up to ${COUNT_CAP}`,
      query: AlertCountQuery,
      response: AlertCounts,
    },
    (ctx, { query }) => countAlerts(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/alerts/recurring',
      summary: 'Alerts that come back again and again, by item and condition, the most frequent first',
      query: RecurringQuery,
      response: RecurringAlerts,
    },
    (ctx, { query }) => recurringAlerts(ctx, query),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/alerts/:id',
      summary: 'One alert, why it is where it is, and when it was raised',
      params: ById,
      response: AlertView,
    },
    (ctx, { params }) => viewAlert(ctx, params.id),
  ),
  defineRoute(
    {
      ...work,
      url: '/api/v1/alerts/:id/acknowledge',
      summary: 'Say that somebody has seen it; its source is told where it can be',
      body: WorkAlert,
    },
    async (ctx, { params, body }) => {
      await acknowledgeAlert(ctx, params.id, body.note?.trim() ?? '');
      return viewAlert(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...work,
      url: '/api/v1/alerts/:id/close',
      summary: 'Say that it is over and done with; where it lasts, its source is asked to end it',
      body: WorkAlert,
    },
    async (ctx, { params, body }) => {
      await closeAlert(ctx, params.id, body.note?.trim() ?? '');
      return viewAlert(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...work,
      url: '/api/v1/alerts/:id/ticket',
      summary: 'Make a ticket of it',
    },
    async (ctx, { params }) => {
      await ticketOfAlert(ctx, params.id);
      return viewAlert(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...work,
      method: 'PUT',
      url: '/api/v1/alerts/:id/cause',
      summary: 'Say which other alert explains it, or that none does',
      body: CorrelateAlert,
    },
    async (ctx, { params, body }) => {
      await correlateAlert(ctx, params.id, body.causeId);
      return viewAlert(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...work,
      url: '/api/v1/alerts/:id/client',
      summary: 'Say whose an alert is of which nobody knew; its ticket goes along',
      body: GiveAlert,
    },
    async (ctx, { params, body }) =>
      viewAlert(ctx, await giveAlert(ctx, params.id, body.clientId, body.siteId ?? null)),
  ),
];
