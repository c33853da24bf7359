import { isIP } from 'node:net';
import type { FieldError } from '#kernel/errors.ts';
import { isLoopbackName, reachableAddress } from '#platform/egress/index.ts';
import type { Security } from './server.ts';

/** Where a mail server is, whichever way mail goes, and as whom it is talked to. */
export type MailPlace = { host: string; port: number; security: Security; username: string };

/**
 * What is wrong about the place of a mail server: nothing is said to another machine without encryption, and some addresses are never
 * connected to.
 * @param prefix of the fields' paths, such as `imap.`
 */
export async function faultsOfServer(
  { host, security }: Pick<MailPlace, 'host' | 'security'>,
  prefix = '',
): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  if (security === 'none' && !isLoopbackName(host))
    faults.push({
      path: `${prefix}security`,
      message: 'may be none only for a server on this very machine (localhost)',
    });
  if (isIP(host))
    await reachableAddress(host).catch(() =>
      faults.push({ path: `${prefix}host`, message: 'is an address that Fettle never connects to' }),
    );
  return faults;
}

/** Whether a password that is stored would be said to somebody it was not given for, or less safely. */
export const goesElsewhere = (
  place: MailPlace,
  before: { [K in keyof MailPlace]: MailPlace[K] | string | number | null },
) =>
  place.host !== before.host ||
  place.port !== before.port ||
  place.security !== before.security ||
  place.username !== before.username;
