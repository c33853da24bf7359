/** What a change risks, and how it is decided about: without reading or writing anything. */

export { nextOfChange } from './change/next.ts';
export { type AffectedClient, type RulingOfParts, ruleAboutParts } from './change/parts.ts';
export {
  assessRisk,
  type Past,
  type Risk,
  type RiskInputs,
  type RiskReason,
  type WentBadly,
  withoutCounts,
} from './change/risk.ts';
export {
  CHANGE_AUTHORITY,
  type Rule,
  type RuleFault,
  type RuleTerms,
  type Ruling,
  ruleAbout,
  type Stage,
} from './change/rules.ts';
export { CHANGE_VARIABLES } from './change/variables.ts';
