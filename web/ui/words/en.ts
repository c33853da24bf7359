import { APPROVALS } from './approvals.ts';
import { FILES } from './files.ts';
import { FIRST } from './first.ts';
import { ORDER } from './order.ts';

/** What the shared parts of a page say, in English. The portal has them in each language, split alike. */
export const UI = { ...FIRST, ...FILES, ...ORDER, ...APPROVALS } as const;
