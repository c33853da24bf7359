export { type Agreement, agreed, type Confusion, slaAgreement } from './agreement/agreement.ts';
export { type ImportOptions, importLog } from './import.ts';
export { LOG_NAMES, type LogProblems, problemsOfLog } from './problems/problems.ts';
export type { Report } from './report.ts';
