import type { Refusal } from '#shared/sign-in-words.ts';

/** Why signing in at the company's own provider came to nothing, as the address where the browser ends says it: a name of a reason. */
export function refusedIn(search: Record<string, unknown>): { refused?: Refusal } {
  const { refused } = search;
  return typeof refused === 'string' && /^[a-z]+$/.test(refused) ? { refused: refused as Refusal } : {};
}
