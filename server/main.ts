import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '#kernel/errors.ts';
import { type Config, loadConfig } from './platform/config/index.ts';
import { ensureAdmin, setupLink } from './platform/identity/index.ts';
import { createLog } from './platform/logging/index.ts';
import { checkServer, type Embedded, startPostgres } from './platform/postgres/index.ts';
import { type Program, prepareDatabase, startProgram } from './program.ts';

/** Lines for the person at the terminal; the structured log goes its own way. */
const say = (line: string) => process.stderr.write(`${line}\n`);

type Running = { program: Program; postgres: Embedded | null };

/** The installation's secret: given, or made once and kept where only the owner reads. */
function installationSecret(config: Config): Buffer {
  if (config.secret) return Buffer.from(config.secret, 'hex');
  const path = join(config.dataDir, 'secret.key');
  try {
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    mkdirSync(config.dataDir, { recursive: true });
    const made = randomBytes(32);
    writeFileSync(path, made.toString('hex'), { mode: 0o600, flag: 'wx' });
    return made;
  } catch (cause) {
    throw new StartupError(
      `The data directory ${config.dataDir} cannot be written: ${(cause as Error).message}. Set FETTLE_DATA_DIR to a folder this user may write.`,
      { cause },
    );
  }
}

async function start(config: Config): Promise<Running> {
  let postgres: Embedded | null = null;
  let adminUrl = config.databaseUrl;
  if (adminUrl === null) {
    postgres = await startPostgres({ dataDir: config.dataDir });
    adminUrl = postgres.adminUrl;
    say(postgres.adopted ? '• Database: took over the one that was left running' : '• Database: running');
  }
  try {
    await checkServer(adminUrl, { create: postgres !== null });
    const secret = installationSecret(config);
    await prepareDatabase(adminUrl, secret);
    const program = await startProgram({
      adminUrl,
      secret,
      dataDir: config.dataDir,
      baseUrl:
        config.baseUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`,
      log: createLog(config.logLevel),
      roles: config.roles,
      trustProxy: config.trustProxy,
    });
    if (config.admin) await ensureAdmin(program.services, config.admin, { sample: config.sample });
    return { program, postgres };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function listen({ program }: Running, config: Config): Promise<string> {
  try {
    await program.app.listen({ host: config.host, port: config.port });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StartupError(
        `Port ${config.port} on ${config.host} is taken by another program. Stop it, or set PORT to another number.`,
        { cause },
      );
    if ((cause as NodeJS.ErrnoException).code === 'EACCES')
      throw new StartupError(`This user may not listen on port ${config.port}. Set PORT to a number above 1023.`, {
        cause,
      });
    throw cause;
  }
  const address = program.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return config.baseUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
}

async function stop({ program, postgres }: Running): Promise<void> {
  await program.stop();
  await postgres?.stop();
}

async function main(): Promise<void> {
  const config = loadConfig(process.env, process.argv.slice(2));
  const running = await start(config);
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    say(`• ${signal}: finishing what runs, then stopping …`);
    stop(running).then(
      () => {
        say('• Stopped.');
        process.exit(0);
      },
      (error: unknown) => {
        say(`• Stopping failed: ${error instanceof Error ? error.message : error}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  if (!config.roles.has('web')) {
    say(`• Fettle works in the background (${[...config.roles].join(', ')})`);
    return;
  }
  const address = await listen(running, config).catch(async (error: unknown) => {
    await stop(running);
    throw error;
  });
  say(`\n  Fettle is ready:  ${address}`);
  const link = await setupLink(running.program.services, address);
  if (link) say(`  Set it up here (works once, for 24 hours):\n  ${link}`);
  say('');
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) say(`Fettle cannot start: ${error.message}`);
  else say(`Fettle cannot start because of a defect: ${error instanceof Error ? error.stack : error}`);
  process.exit(1);
});
