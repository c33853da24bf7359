export { differences, toColumns } from './columns.ts';
export { Database, type Hot, type Tx } from './database.ts';
export { appUrl, contextKey, migrate, pendingMigrations } from './migrate.ts';
export { type Scope, SYSTEM, signScope } from './scope.ts';
export type { Json, Tables } from './tables.gen.ts';
