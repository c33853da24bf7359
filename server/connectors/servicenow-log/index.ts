export { type Agreement, agreed, type Confusion, slaAgreement } from './agreement/agreement.ts';
export { type ImportOptions, importLog } from './import.ts';
export type { Report } from './report.ts';
