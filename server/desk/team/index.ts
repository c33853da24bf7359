import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { CreateTeam, TeamView, UpdateTeam } from '#shared/classification.ts';
import { Id } from '#shared/http.ts';
import { createTeam, listTeams, updateTeam } from './teams.ts';

export { createTeam } from './teams.ts';

export const teamModule = {
  name: 'team',
  routes: [
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/teams',
        access: 'team.read',
        tag: 'Teams',
        summary: 'Teams with their members',
        response: Type.Object({ items: Type.Array(TeamView) }),
      },
      async (ctx) => ({ items: await listTeams(ctx) }),
    ),
    defineRoute(
      {
        method: 'POST',
        url: '/api/v1/teams',
        access: 'team.manage',
        tag: 'Teams',
        summary: 'Make a team',
        body: CreateTeam,
        response: Type.Object({ id: Id }),
        status: 201,
      },
      async (ctx, { body }) => ({ id: await createTeam(ctx, body as CreateTeam) }),
    ),
    defineRoute(
      {
        method: 'PATCH',
        url: '/api/v1/teams/:id',
        access: 'team.manage',
        tag: 'Teams',
        summary: 'Change a team and its members',
        params: Type.Object({ id: Id }),
        body: UpdateTeam,
        response: Nothing,
        status: 204,
      },
      async (ctx, { params, body }) => {
        await updateTeam(ctx, params.id, body as UpdateTeam);
        return null;
      },
    ),
  ],
};
