/** Value streams: how work passes through the steps of one, where it waits and why. Pure; told by the log of each ticket. */
export { belongs, type Candidate } from './value-stream/belongs.ts';
export { delayWords, type Flow, flowOf, type MainDelay } from './value-stream/delay.ts';
export { figuresOf, quantile, type Spread, type StepFigures } from './value-stream/figures.ts';
export { foldTicket, type OpenSeconds } from './value-stream/fold.ts';
export type {
  Passage,
  Passed,
  Recorded,
  Standing,
  StepRule,
  StreamStep,
  StreamTerms,
  StreamWork,
} from './value-stream/types.ts';
export { validateStream } from './value-stream/validate.ts';
