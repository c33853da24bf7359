import type { Refusal } from '#shared/sign-in-words.ts';

/** What the address of the sign-in page says: where to go on, why it came to nothing before, and that only the code is missing. */
export type SignInSearch = { next?: string; refused?: Refusal; stage?: 'second_factor' };
