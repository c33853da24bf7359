import { type Config, loadConfig } from '#platform/config/index.ts';
import type { Services } from '#platform/context/index.ts';
import { ensureAdmin } from '#platform/identity/index.ts';
import { createLog } from '#platform/logging/index.ts';
import { checkServer, startPostgres } from '#platform/postgres/index.ts';
import { prepareDatabase, startProgram } from '#server/program.ts';
import { installationSecret } from '#server/start/secret.ts';

/**
 * Opens the installation that the environment names, runs `work` on its services, and closes it again. Beside a running server it
 * uses the same database and takes no work from it; where none runs, the embedded PostgreSQL is started for as long.
 */
export async function withInstallation<R>(work: (services: Services, config: Config) => Promise<R>): Promise<R> {
  const config = loadConfig(process.env);
  const postgres = config.databaseUrl === null ? await startPostgres({ dataDir: config.dataDir }) : null;
  try {
    const adminUrl = postgres?.adminUrl ?? config.databaseUrl ?? '';
    await checkServer(adminUrl, { create: postgres !== null });
    const secret = await installationSecret(config);
    await prepareDatabase(adminUrl, secret);
    const program = await startProgram({
      adminUrl,
      secret,
      dataDir: config.dataDir,
      baseUrl: config.baseUrl ?? 'http://127.0.0.1',
      log: createLog(config.logLevel),
      roles: new Set(),
      maxConnections: 6,
    });
    try {
      if (config.admin) await ensureAdmin(program.services, config.admin, { sample: false });
      return await work(program.services, config);
    } finally {
      await program.stop();
    }
  } finally {
    await postgres?.stop();
  }
}
