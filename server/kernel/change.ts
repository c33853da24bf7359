/** What a change risks, and how it is decided about: without reading or writing anything. */
export { assessRisk, type Past, type Risk, type RiskInputs, type RiskReason } from './change/risk.ts';
