import type { Services } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { hookDoor } from './hook/door.ts';
import { takeCalls } from './hook/work.ts';
import { connectorRoutes } from './routes.ts';
import { connectorSiteRoutes } from './routes-sites.ts';
import { ANSWER_JOB, answerJob } from './sync/answer.ts';
import { watchConnectors } from './sync/watch.ts';
import { keepTidy } from './tidy.ts';

export { asFreshManager, asManager, managerOf } from './as-manager.ts';
export {
  type Answer,
  atOnce,
  type Call,
  type Caller,
  openCaller,
  openPace,
  openShared,
  openSharedPace,
  openTokenKeeper,
  type Pace,
  type TokenShelf,
} from './calls/index.ts';
export { faultOf } from './fault.ts';
export { everyRecord, type ListedPage } from './listing.ts';
export { offerProvider } from './offered.ts';
export {
  type Abilities,
  type ConnectorField,
  type DeviceBatch,
  type DeviceQuery,
  type Provider,
  ProviderFault,
  type ProviderFaultKind,
  type ProviderOptions,
  type Received,
  type Script,
  type ScriptRun,
  type Session,
  type VendorSite,
} from './provider.ts';
export { checkBaseUrl, fetchFor, reachOf } from './reach.ts';
export { CONNECTING, readConnector } from './rows.ts';
export { BUTTON_MS } from './session.ts';
export { sinceOf } from './since.ts';
export { doTask } from './sync/do-task.ts';
export { openConnector } from './sync/open.ts';
export {
  addressOf,
  dayOf,
  flagOf,
  hostOf,
  idOf,
  instantOf,
  instantOfMs,
  instantOfSeconds,
  known,
  type Loose,
  looseListOf,
  looseOf,
  numberOf,
  textOf,
  textsIn,
  textsOf,
} from './values.ts';

export const connectorModule = {
  name: 'connector',
  routes: [...connectorRoutes, ...connectorSiteRoutes],
  queues: ['connector.tidy', ANSWER_JOB],
  jobs: (services: Services): JobDefinition[] => [
    { name: 'connector.tidy', cron: '27 * * * *', run: () => keepTidy(services) },
    answerJob(services) as JobDefinition,
  ],
  machines: [hookDoor],
  loops: [
    {
      name: 'connector.calls',
      role: 'worker' as const,
      everyMs: 500,
      run: (services: Services, signal: AbortSignal) => takeCalls(services, signal),
    },
    {
      name: 'connector.sync',
      role: 'worker' as const,
      everyMs: 2_000,
      run: (services: Services, signal: AbortSignal) => watchConnectors(services, signal),
    },
  ],
};
