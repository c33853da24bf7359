export { attempt } from './attempt.ts';
export type { Bulk } from './bulk.ts';
export { actingStaff, type CallingContact, callingContact } from './callers.ts';
export { type Actor, type Ctx, type History, type Identity, systemIdentity, withContext } from './context.ts';
export { inNameOf } from './in-name-of.ts';
export { requireAllClients } from './provider-wide.ts';
export { readAnew, readOnce } from './read-once.ts';
export type { Services } from './services.ts';
