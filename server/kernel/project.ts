/** Planning of projects: working days, what a moved task pushes, circles, and parts of a price. Pure. */
export { circleIn } from './project/circle.ts';
export { priceParts } from './project/price-parts.ts';
export { type PlannedTask, type Push, pushedBy } from './project/push.ts';
export { firstWorkingDay, workingDayAfter, workingDaysIn } from './project/working-days.ts';
