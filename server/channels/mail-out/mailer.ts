import { systemIdentity } from '#platform/context/index.ts';

/** The program where it sends mail by itself. */
export const MAILER = systemIdentity('Mail');
