import { whenCollides } from '#server/practices/change/index.ts';
import { blockersOf } from './overrides.ts';
import { changeTimeRoutes } from './routes-changes.ts';
import { periodRoutes } from './routes-periods.ts';

export { createPeriod } from './periods.ts';

whenCollides(async (ctx, ticket) => {
  const blockers = await blockersOf(ctx, ticket);
  // What the desk tries by itself and cannot is written on the change, where others read it than who set it off.
  const said = blockers.map(({ sentence, told }) => (ctx.actor.kind === 'system' ? told : sentence));
  return said.length === 0 ? null : said.join(' ');
});

export const changeScheduleModule = { name: 'change-schedule', routes: [...periodRoutes, ...changeTimeRoutes] };
