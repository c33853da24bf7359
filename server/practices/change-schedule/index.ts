import type { Collision } from '#kernel/change-schedule.ts';
import type { Ctx } from '#platform/context/index.ts';
import { whenCollides } from '#server/practices/change/index.ts';
import { blockersOf, startBlockersOf } from './overrides.ts';
import { changeTimeRoutes } from './routes-changes.ts';
import { periodRoutes } from './routes-periods.ts';

export { createPeriod } from './periods.ts';

whenCollides({
  window: async (ctx, ticket) => said(ctx, await blockersOf(ctx, ticket)),
  start: async (ctx, ticket) => said(ctx, await startBlockersOf(ctx, ticket)),
});

/** What the desk tries by itself and cannot is written on the change, where others read it than who set it off. */
function said(ctx: Ctx, blockers: readonly Collision[]): string | null {
  if (blockers.length === 0) return null;
  return blockers.map(({ sentence, told }) => (ctx.actor.kind === 'system' ? told : sentence)).join(' ');
}

export const changeScheduleModule = { name: 'change-schedule', routes: [...periodRoutes, ...changeTimeRoutes] };
