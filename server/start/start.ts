import { join } from 'node:path';
import { StartupError } from '#kernel/errors.ts';
import { noteServing, occupant } from '../../tools/bootstrap/occupant.mjs';
import { say, step } from '../../tools/bootstrap/output.mjs';
import type { Config } from '../platform/config/index.ts';
import { checkServer, diskFull, type Embedded, isDiskFull, startPostgres } from '../platform/postgres/index.ts';
import type { Program } from '../program.ts';
import { choosePort, portFailure, publicAddress } from './address.ts';
import { installationSecret } from './secret.ts';

const WEB_FOLDER = join(import.meta.dirname, '../../dist/web');

export type Running = {
  /** Where people reach it; null without the web role. */
  address: string | null;
  /** The one-time set-up address while nobody has set the installation up. */
  setupLink: string | null;
  stop(): Promise<void>;
};

/** Starts everything that `config` asks for, step by step; when a step fails, those before it are undone. Throws `StartupError`. */
export async function start(config: Config): Promise<Running> {
  const web = config.roles.has('web');
  const port = web ? await choosePort(config) : config.port;
  const address = publicAddress(config, port);
  // The program takes as long to load as the database takes to start; side by side they cost half.
  const [postgres, { ensureAdmin, prepareDatabase, setupLink, startProgram, createLog }] = await Promise.all([
    config.databaseUrl === null ? startEmbedded(config) : null,
    import('./parts.ts'),
  ]);
  const adminUrl = postgres?.adminUrl ?? config.databaseUrl ?? '';
  let program: Program | undefined;
  let leave = () => {};
  const stop = async () => {
    await program?.stop();
    leave();
    await postgres?.stop();
  };
  try {
    const secret = await step('Bringing the database up to date', async () => {
      await checkServer(adminUrl, { create: postgres !== null });
      const found = await installationSecret(config);
      await prepareDatabase(adminUrl, found);
      return found;
    });
    program = await step(`Starting ${[...config.roles].join(', ')}`, () =>
      startProgram({
        adminUrl,
        secret,
        credentialKeys: config.credentialKeys.map((key) => Buffer.from(key, 'hex')),
        dataDir: config.dataDir,
        baseUrl: address,
        log: createLog(config.logLevel),
        say,
        roles: config.roles,
        trustProxy: config.trustProxy,
        ...(config.rateLimit === null ? {} : { rateLimit: config.rateLimit }),
        metricsToken: config.metricsToken,
        webFolder: WEB_FOLDER,
        smtp: config.smtp,
      }),
    );
    if (config.admin) await ensureAdmin(program.services, config.admin, { sample: config.sample });
    if (!web) return { address: null, setupLink: null, stop };
    await listen(program, config, port);
    leave = noteServing(config.dataDir, port, address);
    return { address, setupLink: await setupLink(program.services, address), stop };
  } catch (error) {
    await stop();
    throw isDiskFull(error) ? diskFull(config.dataDir, error) : error;
  }
}

async function startEmbedded({ dataDir }: Config): Promise<Embedded> {
  return await step('Starting the database', () => startPostgres({ dataDir, say }));
}

async function listen({ app }: Program, { host, dataDir }: Config, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const other = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' && (await occupant({ host, port, dataDir }));
    throw other ? new StartupError(other, { cause }) : portFailure(cause, host, port);
  }
}
