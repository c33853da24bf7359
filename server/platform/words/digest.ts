import { createHash } from 'node:crypto';

/** By what an original is found: however long it is, and whatever blanks stand around it. */
export const digestOf = (original: string): string => createHash('sha256').update(original.trim()).digest('hex');
