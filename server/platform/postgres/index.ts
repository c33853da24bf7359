export { type Embedded, startPostgres } from './launcher.ts';
export { checkServer } from './ready.ts';
