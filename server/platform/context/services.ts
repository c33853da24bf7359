import type { Logger } from 'pino';
import type { Database } from '../database/index.ts';
import type { FileStore } from '../files/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { LiveHub } from '../live/index.ts';

/** What the running program hands to every command: made once in main, passed, never imported. */
export type Services = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly live: LiveHub;
  readonly log: Logger;
  /** A line for the person at the terminal, in plain words. */
  say(line: string): void;
  /** 32 random bytes of this installation; keys for special purposes are derived from it. */
  readonly secret: Buffer;
  /** By which connectors' data keys are wrapped: by the first; those behind it still open what they wrapped. The secret is the last. */
  readonly credentialKeys: readonly [Buffer, ...Buffer[]];
  /** The address people open, without a slash at the end. */
  readonly baseUrl: string;
  /** The current instant, ISO 8601 in UTC with milliseconds. */
  now(): string;
};
