import type { Services } from '#platform/context/index.ts';
import { whenChanged, whenCreated, whenEdited, whenGuarded, whenMoved } from '#server/desk/ticket/index.ts';
import { whenDecided, whenPartDecided } from '#server/practices/approval/index.ts';
import { beginChange } from './create.ts';
import { afterDecision, afterEdit, afterMove, afterPartDecision, followTicket } from './follow.ts';
import { missingOf } from './guards.ts';
import { PARTS_JOB, partsJob } from './parts.ts';
import { tellOfReviews } from './review.ts';
import { changeRoutes } from './routes.ts';
import { modelRoutes } from './routes-models.ts';
import { partRoutes } from './routes-parts.ts';
import { ruleRoutes } from './routes-rules.ts';

export { sayCaused } from './caused.ts';
export { whenCollides } from './collisions.ts';
export { createChange } from './create.ts';
export { editChange } from './edit.ts';
export { beginsNext } from './guards.ts';
export { whenHappened } from './happened.ts';
export { createModel, stepModel } from './models.ts';
export { recordOverride } from './override.ts';
export { AGREED } from './portal.ts';
export { reviewChange } from './review.ts';
export { type ChangeRow, changeOf, lockChange } from './rows.ts';
export { createRule, publishRule } from './rules.ts';
export { viewChange } from './view.ts';
export { voidAuthorisation } from './void.ts';
export { fromSql, untilSql } from './when.ts';

whenCreated('change', beginChange);
whenGuarded('change', missingOf);
whenChanged('change', followTicket);
whenEdited('change', afterEdit);
whenMoved('change', afterMove);
whenDecided('change', afterDecision);
whenPartDecided('change', afterPartDecision);

export const changeModule = {
  name: 'change',
  queues: [PARTS_JOB],
  jobs: (services: Services) => [partsJob(services)],
  routes: [...changeRoutes, ...partRoutes, ...modelRoutes, ...ruleRoutes],
  loops: [
    {
      name: 'change.reviews',
      everyMs: 60_000,
      run: (services: Services, signal: AbortSignal) => tellOfReviews(services, signal),
    },
  ],
};
