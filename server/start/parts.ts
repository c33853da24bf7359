// What takes long to load, in one place, so that it can be loaded while the database starts.
export { ensureAdmin, setupLink } from '../platform/identity/index.ts';
export { createLog } from '../platform/logging/index.ts';
export { prepareDatabase, startProgram } from '../program.ts';
