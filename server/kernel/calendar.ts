/** Business calendars: when work happens, and arithmetic in working seconds that steps by day. */
export {
  addBusinessSeconds,
  businessSecondsBetween,
  isOpenAt,
  openStretches,
  wholeSecond,
} from './calendar/arithmetic.ts';
export { type ClosedStretch, closedStretches } from './calendar/closed.ts';
export { closedDayAt, closedDaysBetween, wallClock } from './calendar/local.ts';
export { namelessCalendar, PLAIN_NAMES } from './calendar/nameless.ts';
export { offsetAt } from './calendar/offsets.ts';
export type { Calendar, ClosedDay, WorkingHours } from './calendar/types.ts';
export { ALWAYS_OPEN, weekdays } from './calendar/types.ts';
export { validateCalendar } from './calendar/validate.ts';
