import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id, Version } from '#shared/http.ts';
import {
  CreateMilestone,
  CreatePhase,
  CreateProject,
  ProjectBurn,
  ProjectQuery,
  ProjectRow,
  ProjectView,
  ReachMilestone,
  SaveMilestone,
  SavePhase,
  SaveProject,
} from '#shared/project.ts';
import { burnOf } from './burn.ts';
import { addMilestone, reachMilestone, removeMilestone, saveMilestone, unreachMilestone } from './milestones.ts';
import { addPhase, removePhase, savePhase } from './phases.ts';
import { createProject, saveProject } from './projects.ts';
import { listProjects, viewProject } from './queries.ts';

const tag = 'Projects';
const projects = '/api/v1/projects';
const [read, manage] = ['project.read', 'project.manage'] as const;
const ById = Type.Object({ id: Id });
const ByPhase = Type.Object({ id: Id, phaseId: Id });
const ByMilestone = Type.Object({ id: Id, milestoneId: Id });
const Made = { response: Type.Object({ id: Id }), status: 201 } as const;

export const projectRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: projects, access: read, tag, summary: 'Projects: what is under way first, by client' },
      query: ProjectQuery,
      response: Type.Object({ items: Type.Array(ProjectRow) }),
    },
    async (ctx, { query }) => ({ items: await listProjects(ctx, query) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: projects, access: manage, tag, summary: 'Draft a project' },
      body: CreateProject,
      ...Made,
    },
    async (ctx, { body }) => ({ id: await createProject(ctx, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${projects}/:id`, access: read, tag },
      summary: 'A project with its phases, tasks and milestones',
      params: ById,
      response: ProjectView,
    },
    (ctx, { params }) => viewProject(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${projects}/:id`, access: manage, tag },
      summary: 'Change a project, or where it stands',
      params: ById,
      body: SaveProject,
      response: ProjectView,
    },
    async (ctx, { params, body }) => {
      await saveProject(ctx, params.id, body);
      return viewProject(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: `${projects}/:id/burn`, access: read, tag },
      summary: 'What of the budgets of a project is used up, what it will come to, and the work that says so',
      params: ById,
      response: ProjectBurn,
    },
    (ctx, { params }) => burnOf(ctx, params.id),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${projects}/:id/phases`, access: manage, tag, summary: 'Add a phase to a project' },
      ...{ params: ById, body: CreatePhase, ...Made },
    },
    async (ctx, { params, body }) => ({ id: await addPhase(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${projects}/:id/phases/:phaseId`, access: manage, tag },
      summary: 'Rename a phase, or move it to another place',
      ...{ params: ByPhase, body: SavePhase, response: ProjectView },
    },
    async (ctx, { params, body }) => {
      await savePhase(ctx, params.id, params.phaseId, body);
      return viewProject(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${projects}/:id/phases/:phaseId`, access: manage, tag },
      summary: 'Take away a phase without tasks',
      ...{ params: ByPhase, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removePhase(ctx, params.id, params.phaseId);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${projects}/:id/milestones`, access: manage, tag },
      summary: 'Add a milestone to a project',
      ...{ params: ById, body: CreateMilestone, ...Made },
    },
    async (ctx, { params, body }) => ({ id: await addMilestone(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${projects}/:id/milestones/:milestoneId`, access: manage, tag },
      summary: 'Change a milestone',
      ...{ params: ByMilestone, body: SaveMilestone, response: ProjectView },
    },
    async (ctx, { params, body }) => {
      await saveMilestone(ctx, params.id, params.milestoneId, body);
      return viewProject(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${projects}/:id/milestones/:milestoneId`, access: manage, tag },
      summary: 'Take away a milestone that is not reached',
      ...{ params: ByMilestone, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeMilestone(ctx, params.id, params.milestoneId);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${projects}/:id/milestones/:milestoneId/reach`, access: manage, tag },
      summary: 'Say that a milestone is reached, which charges what it costs',
      ...{ params: ByMilestone, body: ReachMilestone, response: ProjectView },
    },
    async (ctx, { params, body }) => {
      await reachMilestone(ctx, params.id, params.milestoneId, body);
      return viewProject(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${projects}/:id/milestones/:milestoneId/unreach`, access: manage, tag },
      summary: 'Take back that a milestone is reached, and what it charged, unless that is billed',
      ...{ params: ByMilestone, body: Type.Object({ version: Version }), response: ProjectView },
    },
    async (ctx, { params, body }) => {
      await unreachMilestone(ctx, params.id, params.milestoneId, body.version);
      return viewProject(ctx, params.id);
    },
  ),
];
