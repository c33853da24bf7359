import type { Services } from '#platform/context/index.ts';
import { spanRoutes } from './routes.ts';
import { SPANS_JOB, tellJob } from './tell.ts';

export { joinKnown, joinWhole, knowWhole, leaveWhole } from './join.ts';
export { joinAll } from './join-all.ts';
export { moveSpans, refuseSpanning } from './move.ts';
export { linkedTickets, openParts, spansOf, wholesOf } from './queries.ts';
export { type Naming, namingFor, refuseNames, refuseTold, type ToldTexts } from './refuse-names.ts';
export { followSpans, type Told, tellSpans } from './tell.ts';
export { tellLinked } from './tell-linked.ts';

export const spanModule = {
  name: 'span',
  routes: spanRoutes,
  queues: [SPANS_JOB],
  jobs: (services: Services) => [tellJob(services)],
};
