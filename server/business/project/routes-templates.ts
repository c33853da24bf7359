import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  CreateProjectTemplate,
  KeepAsTemplate,
  ProjectTemplateRow,
  ProjectTemplateView,
  SaveProjectTemplate,
} from '#shared/project-plan.ts';
import { keepAsTemplate } from './keep-template.ts';
import { createTemplate, listTemplates, removeTemplate, saveTemplate, viewTemplate } from './templates.ts';

const tag = 'Projects';
const templates = '/api/v1/project-templates';
const [read, manage] = ['project.read', 'project.manage'] as const;
const ById = Type.Object({ id: Id });

export const projectTemplateRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: templates, access: read, tag, summary: 'Templates of projects, by name' },
      response: Type.Object({ items: Type.Array(ProjectTemplateRow) }),
    },
    async (ctx) => ({ items: await listTemplates(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: templates, access: manage, tag, summary: 'Add a template of projects' },
      ...{ body: CreateProjectTemplate, response: ById, status: 201 },
    },
    async (ctx, { body }) => ({ id: await createTemplate(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${templates}/:id`, access: read, tag, summary: 'A template of projects with its plan' },
      ...{ params: ById, response: ProjectTemplateView },
    },
    (ctx, { params }) => viewTemplate(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${templates}/:id`, access: manage, tag, summary: 'Change a template of projects' },
      ...{ params: ById, body: SaveProjectTemplate, response: ProjectTemplateView },
    },
    async (ctx, { params, body }) => {
      await saveTemplate(ctx, params.id, body);
      return viewTemplate(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${templates}/:id`, access: manage, tag },
      summary: 'Throw a template away; projects that were made from it stay',
      ...{ params: ById, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeTemplate(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: '/api/v1/projects/:id/template', access: manage, tag },
      summary: 'Keep how a project is planned as a template',
      ...{ params: ById, body: KeepAsTemplate, response: ById, status: 201 },
    },
    async (ctx, { params, body }) => ({ id: await keepAsTemplate(ctx, params.id, body) }),
  ),
];
