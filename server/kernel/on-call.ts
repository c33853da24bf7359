export { gapsBetween, onCallAt, shiftsBetween, shiftsOfLayer } from './on-call/shifts.ts';
export type { Override, Rotation, Schedule, Shift, ShiftSource, Stretch } from './on-call/types.ts';
export { validateSchedule } from './on-call/validate.ts';
