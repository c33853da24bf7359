import { EXPENSES_TOUCHED } from './expenses/touched.ts';

/** What is read anew where recorded time changed. */
export const TIME_TOUCHED = [
  'GET /time',
  'GET /time/coverage',
  'GET /time/people',
  'GET /time/owed',
  'GET /me/timers',
  'GET /me/time-drafts',
  'GET /tickets/{idOrKey}/time',
  'GET /tickets/{idOrKey}/coverage',
  ...EXPENSES_TOUCHED,
] as const;
