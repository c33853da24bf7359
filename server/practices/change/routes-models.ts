import Type from 'typebox';
import { defineRoute } from '#platform/http/index.ts';
import { ChangeModelView, CreateChangeModel, SaveChangeModel, StepModel } from '#shared/change.ts';
import { Id } from '#shared/http.ts';
import { createModel, listModels, saveModel, stepModel, viewModel } from './models.ts';

const tag = 'Changes';
const models = '/api/v1/change-models';
const ById = Type.Object({ id: Id });

const SUMMARIES = {
  approve: 'Put a model in force; a template of standard changes by a second person',
  suspend: 'Let nothing be raised by a model for now, with the reason',
  retire: 'Take a model out of use for good',
} as const;

export const modelRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: models,
      access: 'ticket.read',
      tag,
      summary: 'The models that changes go by, and the templates of standard ones',
      response: Type.Object({ items: Type.Array(ChangeModelView) }),
    },
    async (ctx) => ({ items: await listModels(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: models,
      access: 'change.policy',
      tag,
      summary: 'Begin a model, or a template of standard changes, as a draft',
      body: CreateChangeModel,
      response: ChangeModelView,
      status: 201,
    },
    async (ctx, { body }) => viewModel(ctx, await createModel(ctx, body)),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: `${models}/:id`,
      access: 'change.policy',
      tag,
      summary: 'Change a model; a template of standard changes waits for a second person again',
      params: ById,
      body: SaveChangeModel,
      response: ChangeModelView,
    },
    async (ctx, { params, body }) => {
      await saveModel(ctx, params.id, body);
      return viewModel(ctx, params.id);
    },
  ),
  ...(['approve', 'suspend', 'retire'] as const).map((step) =>
    defineRoute(
      {
        method: 'POST',
        url: `${models}/:id/${step}`,
        access: 'change.policy',
        tag,
        summary: SUMMARIES[step],
        params: ById,
        body: StepModel,
        response: ChangeModelView,
      },
      async (ctx, { params, body }) => {
        await stepModel(ctx, params.id, step, body);
        return viewModel(ctx, params.id);
      },
    ),
  ),
];
