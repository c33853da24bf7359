import { systemIdentity } from '#platform/context/index.ts';

/** The program where it takes mail in by itself. */
export const RECEIVER = systemIdentity('Mail');
