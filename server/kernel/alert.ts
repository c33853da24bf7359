/** Alerts: what one is, from what was heard of it; and what becomes of it. */
export {
  decideAlerts,
  type Pending,
  type Standing,
  type Storm,
  type Upstream,
  type Verdict,
} from './alert/decide.ts';
export { foldAlert, occurrencesOf } from './alert/fold.ts';
export { alertKey, type Device } from './alert/key.ts';
export { endedBy, joinOccurrences, occurrenceKey, occurrenceOf } from './alert/occurrence.ts';
export {
  inRuleOrder,
  type Outcome,
  outcomeFor,
  type Rule,
  type RuleFault,
  type RuleTerms,
  ruleFor,
} from './alert/rules.ts';
export type { AlertState, Heard, Occurrence, Said, Severity } from './alert/types.ts';
export { ALERT_VARIABLES } from './alert/variables.ts';
export { type WeighedOn, type Weight, type Weighty, weightOf } from './alert/weight.ts';
export { type Decision, decidedBy, decisionWords } from './alert/words.ts';
