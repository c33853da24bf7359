import type { Services } from '#platform/context/index.ts';
import { noteFaults } from './fault.ts';
import { REBASE_JOB, rebaseClocks } from './rebase.ts';
import { reportRoutes } from './report/routes.ts';
import { serviceLevelRoutes } from './routes.ts';
import { simulationRoutes } from './simulate/routes.ts';
import { runSimulations, SIMULATE_JOB, SIMULATE_RETRIES } from './simulate/run.ts';

export { type ByHand, changeClock } from './by-hand.ts';
export { calendarName } from './calendars.ts';
export { explainTicket } from './explain.ts';
export { followClocks, promisedAnew, type Told, takesBack } from './follow.ts';
export { type History, historiesOf } from './history.ts';
export { calendarOfChoice, refuseCalendar, serviceCalendar } from './hours-of.ts';
export { justifyClock } from './justify.ts';
export { moveClocks } from './move.ts';
export { createPolicy, publishPolicy } from './policies.ts';
export { rebaseLater } from './rebase.ts';
export { DECIDED_AT, decidedSince } from './report/decided.ts';
export { periodOf } from './report/period.ts';
export { keptIn } from './report/report.ts';
export { HOURS } from './settings.ts';
export { beginClocks, planClocks } from './start.ts';
export { type Act, type Passed, sweepClocks, sweepHistory } from './sweep.ts';
export { verifyClocks } from './verify.ts';

export const serviceLevelModule = {
  name: 'service-level',
  routes: [...serviceLevelRoutes, ...simulationRoutes, ...reportRoutes],
  queues: ['service-level.fault', REBASE_JOB, { name: SIMULATE_JOB, retries: SIMULATE_RETRIES }],
  jobs: (services: Services) => [noteFaults(services), rebaseClocks(services), runSimulations(services)],
};
