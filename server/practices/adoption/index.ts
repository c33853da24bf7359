import { defineRoute, Nothing } from '#platform/http/index.ts';
import { PracticeParams, Practices, PracticeUses, SwitchPractice } from '#shared/adoption.ts';
import { listPractices, switchPractice, usesLately } from './practices.ts';

export { switchPractice } from './practices.ts';

export const adoptionModule = {
  name: 'adoption',
  routes: [
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/practices',
        access: 'ticket.read',
        tag: 'Settings',
        summary: 'The practices, and which of them are shown',
        response: Practices,
      },
      async (ctx) => ({ items: await listPractices(ctx) }),
    ),
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/practice-uses',
        access: 'ticket.read',
        tag: 'Settings',
        summary: 'How much each practice was used within the last 90 days',
        response: PracticeUses,
      },
      (ctx) => usesLately(ctx),
    ),
    defineRoute(
      {
        method: 'PUT',
        url: '/api/v1/practices/:key',
        access: 'settings.manage',
        tag: 'Settings',
        summary: 'Show a practice in the workspace, or hide it; nothing that was made with it is lost',
        params: PracticeParams,
        body: SwitchPractice,
        response: Nothing,
        status: 204,
      },
      async (ctx, { params, body }) => {
        await switchPractice(ctx, params.key, body.on);
        return null;
      },
    ),
  ],
};
