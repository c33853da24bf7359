import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { AddTask, MoveTask, ProjectOfTicket, ProjectView, Pushed, SaveTask } from '#shared/project.ts';
import { TicketRef } from '#shared/ticket.ts';
import { previewMove } from './push.ts';
import { projectOfTicket, viewProject } from './queries.ts';
import { addTask, removeTask, saveTask } from './tasks.ts';

const tag = 'Projects';
const access = 'project.manage';
const tasks = '/api/v1/projects/:id/tasks';
const ById = Type.Object({ id: Id });
const ByTask = Type.Object({ id: Id, ticketId: Id });

export const projectTaskRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/tickets/:idOrKey/project', access: 'project.read', tag },
      summary: 'Of which project a ticket is a task, and what is planned for it',
      params: TicketRef,
      response: ProjectOfTicket,
    },
    async (ctx, { params }) => ({ project: await projectOfTicket(ctx, params.idOrKey) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: tasks, access, tag },
      summary: 'Add a task to a project: a new ticket, or one of its client that is there',
      ...{ params: ById, body: AddTask, response: ById, status: 201 },
    },
    async (ctx, { params, body }) => ({ id: await addTask(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'PATCH', url: `${tasks}/:ticketId`, access, tag },
      summary: 'Change what is planned for a task, and of what comes after it on wish',
      ...{ params: ByTask, body: SaveTask, response: ProjectView },
    },
    async (ctx, { params, body }) => {
      await saveTask(ctx, params.id, params.ticketId, body);
      return viewProject(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: `${tasks}/:ticketId/move-preview`, access, tag },
      summary: 'Which tasks a task would push on other days; changes nothing',
      ...{ params: ByTask, body: MoveTask, response: Type.Object({ items: Type.Array(Pushed) }) },
    },
    async (ctx, { params, body }) => ({ items: await previewMove(ctx, params.id, params.ticketId, body) }),
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${tasks}/:ticketId`, access, tag },
      summary: 'Take a task out of a project; the ticket stays',
      ...{ params: ByTask, response: Nothing, status: 204 },
    },
    async (ctx, { params }) => {
      await removeTask(ctx, params.id, params.ticketId);
      return null;
    },
  ),
];
