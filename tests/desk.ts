import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { afterAll } from 'vitest';
import type { Role } from '#platform/config/index.ts';
import { type Ctx, type Identity, systemIdentity, withContext } from '#platform/context/index.ts';
import { type Program, startProgram } from '#server/program.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type Desk = Program & {
  adminUrl: string;
  dataDir: string;
  /** Runs commands and queries as the program itself, or as `identity`, at `now`. */
  run<R>(work: (ctx: Ctx) => Promise<R>, options?: { identity?: Identity; now?: string }): Promise<R>;
};

/** A whole Fettle on a database of its own, without a socket: `desk.app.inject(…)` calls the API, `desk.run` the commands. */
export async function openDesk(
  options: {
    baseUrl?: string;
    webFolder?: string;
    maxConnections?: number;
    roles?: readonly Role[];
    log?: Logger;
    /** A database that is there already; else one from the template. */
    database?: TestDatabase;
    /** Requests a minute; as good as without end unless given. */
    rateLimit?: number;
  } = {},
): Promise<Desk> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'fettle-test-'));
  const program = await startProgram({
    adminUrl: database.adminUrl,
    secret: database.secret,
    dataDir,
    baseUrl: options.baseUrl ?? 'http://127.0.0.1',
    ...(options.webFolder ? { webFolder: options.webFolder } : {}),
    ...(options.roles ? { roles: new Set(options.roles) } : {}),
    log: options.log ?? pino({ level: process.env.FETTLE_TEST_LOG ?? 'silent' }),
    maxConnections: options.maxConnections ?? 5,
    rateLimit: options.rateLimit ?? 1_000_000,
  });
  afterAll(async () => {
    await program.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    ...program,
    adminUrl: database.adminUrl,
    dataDir,
    run: (work, as = {}) =>
      withContext(program.services, as.identity ?? systemIdentity('Test'), work, as.now ? { now: as.now } : {}),
  };
}
