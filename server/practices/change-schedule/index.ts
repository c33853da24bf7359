import { whenCollides } from '#server/practices/change/index.ts';
import { blockersOf } from './overrides.ts';
import { changeTimeRoutes } from './routes-changes.ts';
import { periodRoutes } from './routes-periods.ts';

whenCollides(async (ctx, ticket) => {
  const blockers = await blockersOf(ctx, ticket);
  return blockers.length === 0 ? null : blockers.map(({ sentence }) => sentence).join(' ');
});

export const changeScheduleModule = { name: 'change-schedule', routes: [...periodRoutes, ...changeTimeRoutes] };
