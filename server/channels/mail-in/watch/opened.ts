import type { Services } from '#platform/context/index.ts';
import { openByGraph } from '../graph/open.ts';
import { openByImap } from '../imap/open.ts';
import type { Access } from './access.ts';

/** A mailbox that is open to be read, by whichever protocol. */
export type Opened = {
  /** Says what is there, for people. */
  look(): Promise<string>;
  /** Takes what is new, a part of it at a time. Answers whether there is more. */
  read(access: Access): Promise<boolean>;
  /** Waits until there may be something new, the round is over, or `signal` says stop. */
  wait(signal: AbortSignal): Promise<void>;
  close(): void;
};

/** Opens a mailbox as it is to be reached. Throws in words for people, or what the line throws. */
export const openMailbox = (services: Services, access: Access): Promise<Opened> =>
  access.kind === 'graph' ? openByGraph(services, access) : openByImap(services, access);
