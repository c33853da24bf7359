export { type Active, activeTime, type Session } from './time/active.ts';
export { overlapping, type Span } from './time/overlaps.ts';
