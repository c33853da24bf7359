export { diskFull, isDiskFull } from './failure.ts';
export { type Embedded, startPostgres } from './launcher.ts';
export { checkDurability, checkServer } from './ready.ts';
