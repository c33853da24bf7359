export { type ImportOptions, importLog } from './import.ts';
export type { Report } from './report.ts';
