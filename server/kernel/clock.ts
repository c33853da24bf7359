/** The SLA stopwatch: a pure reducer over events, its thresholds, its ledger and its explanation. */
export type { ClockExplanation } from './clock/explain.ts';
export { explainClock } from './clock/explain.ts';
export { HELD } from './clock/held.ts';
export type { LedgerInterval } from './clock/ledger.ts';
export { clockLedger } from './clock/ledger.ts';
export type { ThresholdMark } from './clock/marks.ts';
export { thresholdMarks } from './clock/marks.ts';
export type { Miss, Stage } from './clock/miss.ts';
export { explainMiss, missedRound } from './clock/miss.ts';
export { applyClockEvent, rebuildClock, settleClock } from './clock/reduce.ts';
export { dueThresholds } from './clock/thresholds.ts';
export { consumedAt } from './clock/time.ts';
export type { CalendarSource, Clock, ClockEvent, ClockState } from './clock/types.ts';
