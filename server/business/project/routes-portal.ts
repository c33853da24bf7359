import Type from 'typebox';
import { inNameOf } from '#platform/context/index.ts';
import { defineRoute } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import { PortalProjectRow, PortalProjectView } from '#shared/portal-project.ts';
import { ownProject, ownProjects } from './portal.ts';

const [access, tag] = ['contact', 'Portal'] as const;

export const portalProjectRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/projects', access, tag, under: inNameOf },
      summary: 'Projects of my company, what is under way first',
      response: Type.Object({ items: Type.Array(PortalProjectRow) }),
    },
    async (ctx) => ({ items: await ownProjects(ctx) }),
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: '/api/v1/portal/projects/:id', access, tag, under: inNameOf },
      summary: 'A project of my company: phases, milestones, and the tasks that I am shown',
      params: Type.Object({ id: Id }),
      response: PortalProjectView,
    },
    (ctx, { params }) => ownProject(ctx, params.id),
  ),
];
