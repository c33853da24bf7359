/** Problems: which ones what happened speaks for, and which known errors something may be. */
export { BARS, type Bars } from './problem/bars.ts';
export { detectProblems, detectShared, type Seen } from './problem/detect.ts';
export { dayNumber, dayWords, evidenceWords, type Names, proposalTitle, subjectWords } from './problem/evidence.ts';
export { type KnownError, type Match, matchKnownErrors, type Trouble } from './problem/match.ts';
export { type Claim, claimsOf, nextStep, placeOf, type Work } from './problem/story.ts';
export {
  type Advisory,
  AXES,
  type Axis,
  type Day,
  type Incident,
  type Item,
  type Proposal,
  type RepeatedAlert,
  type Subject,
  type Verdict,
} from './problem/types.ts';
