/** When changes may be made: windows, freezes and blackouts, what collides with what, and when there is room. */
export { collisionsAmong, collisionsOf, dependenceOf, type Surroundings } from './change/collisions.ts';
export { dependence, dependenceOn } from './change/dependence.ts';
export { timesOf } from './change/period-times.ts';
export type { Served } from './change/periods.ts';
export type {
  Collision,
  CollisionKind,
  ItemOfChange,
  Level,
  Period,
  PeriodKind,
  PeriodTime,
  Planned,
} from './change/schedule-types.ts';
export { freeSlots } from './change/slots.ts';
export { START, startBlockers } from './change/start.ts';
