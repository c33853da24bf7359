import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { CreatePeriod, PeriodQuery, Periods, PeriodView, SavePeriod } from '#shared/change-schedule.ts';
import { Id } from '#shared/http.ts';
import { listPeriods, viewPeriod } from './period-queries.ts';
import { createPeriod, removePeriod, savePeriod } from './periods.ts';

const tag = 'Change schedule';
const ById = Type.Object({ id: Id });
const periods = '/api/v1/change-periods';

export const periodRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: periods,
      summary: 'Maintenance windows, freezes and blackouts, nearest place first',
      query: PeriodQuery,
      response: Periods,
    },
    async (ctx, { query }) => ({ items: await listPeriods(ctx, query) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'change.policy',
      tag,
      url: periods,
      summary: 'Make a maintenance window, freeze or blackout: once, or again and again by the clocks of a zone',
      body: CreatePeriod,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createPeriod(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: `${periods}/:id`,
      summary: 'A maintenance window, freeze or blackout',
      params: ById,
      response: PeriodView,
    },
    (ctx, { params }) => viewPeriod(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      access: 'change.policy',
      tag,
      url: `${periods}/:id`,
      summary: 'Change when a period is and what it is for',
      params: ById,
      body: SavePeriod,
      response: PeriodView,
    },
    async (ctx, { params, body }) => {
      await savePeriod(ctx, params.id, body);
      return viewPeriod(ctx, params.id);
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      access: 'change.policy',
      tag,
      url: `${periods}/:id`,
      summary: 'Throw a period away',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removePeriod(ctx, params.id);
      return null;
    },
  ),
];
