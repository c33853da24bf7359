import { createStore } from '#web/ui/store.ts';
import { ApiProblem } from './problem.ts';

/** The server knows the person of this page no more: the session ran out, or was ended elsewhere. */
export const signedOutStore = createStore(false);

/** Looks at what failed; a refusal for want of a session concerns the whole page. */
export function noteSignedOut(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401) signedOutStore.set(true);
}
