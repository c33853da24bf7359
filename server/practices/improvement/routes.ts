import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  CreateImprovement,
  ImprovementAbout,
  ImprovementPage,
  ImprovementQuery,
  ImprovementRow,
  ImprovementView,
  MeasureImprovement,
  SaveImprovement,
} from '#shared/improvement.ts';
import { measureEffect, takeBaseline } from './measure.ts';
import { improvementsOf, listImprovements, viewImprovement } from './queries.ts';
import { createImprovement, saveImprovement } from './write.ts';

const tag = 'Improvements';
const improvements = '/api/v1/improvements';
const ById = Type.Object({ id: Id });
const write = { access: 'improvement.manage', tag, params: ById, response: ImprovementView } as const;

export const improvementRoutes = [
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: improvements,
      summary: 'The register of improvements, what changed last first',
      query: ImprovementQuery,
      response: ImprovementPage,
    },
    (ctx, { query }) => listImprovements(ctx, query),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'improvement.manage',
      tag,
      url: improvements,
      summary: 'Write down an idea for an improvement',
      body: CreateImprovement,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createImprovement(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: `${improvements}/about`,
      summary: 'Improvements that change something, came from it or are measured of it; those that go on first',
      query: ImprovementAbout,
      response: Type.Object({ items: Type.Array(ImprovementRow) }),
    },
    async (ctx, { query }) => ({ items: await improvementsOf(ctx, query) }),
  ),
  defineRoute(
    {
      method: 'GET',
      access: 'ticket.read',
      tag,
      url: `${improvements}/:id`,
      summary: 'An improvement with its baseline, its readings, and what they say',
      params: ById,
      response: ImprovementView,
    },
    (ctx, { params }) => viewImprovement(ctx, params.id),
  ),
  defineRoute(
    {
      ...write,
      method: 'PATCH',
      url: `${improvements}/:id`,
      summary: 'Change an improvement, or where it stands',
      body: SaveImprovement,
    },
    async (ctx, { params, body }) => {
      await saveImprovement(ctx, params.id, body);
      return viewImprovement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: `${improvements}/:id/baseline`,
      summary: 'Take the baseline from a period; one that is taken again begins anew',
      body: MeasureImprovement,
    },
    async (ctx, { params, body }) => {
      await takeBaseline(ctx, params.id, body);
      return viewImprovement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...write,
      method: 'POST',
      url: `${improvements}/:id/readings`,
      summary: 'Measure how it is now, and hold it against the baseline',
      body: MeasureImprovement,
    },
    async (ctx, { params, body }) => {
      await measureEffect(ctx, params.id, body);
      return viewImprovement(ctx, params.id);
    },
  ),
];
