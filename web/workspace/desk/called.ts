import { fold } from '#kernel/fold.ts';

/** Whether a client is called just so, by name or code, accents and capitals aside. */
export const isCalled = ({ name, code }: { name: string; code: string }, text: string): boolean =>
  [name, code].some((own) => fold(own).trim() === fold(text).trim());
