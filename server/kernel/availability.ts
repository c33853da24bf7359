/** How much of the agreed time a service was there, and how that comes about. */
export {
  type Availability,
  type AvailabilityLine,
  availabilityOf,
  type OutageSpan,
} from './availability/arithmetic.ts';
export { explainAvailability } from './availability/explain.ts';
export { type Month, monthsBack } from './availability/months.ts';
