import { StartupError } from '#kernel/errors.ts';
import { say } from '../tools/bootstrap/output.mjs';
import { loadConfig } from './platform/config/index.ts';
import { stopOnRequest } from './start/lifetime.ts';
import { start } from './start/start.ts';

async function main(): Promise<void> {
  const config = loadConfig(process.env, process.argv.slice(2));
  const starting = start(config);
  stopOnRequest(starting);
  const { address, setupLink } = await starting;
  if (address === null) {
    say(`\n  Fettle works in the background (${[...config.roles].join(', ')}).\n`);
    return;
  }
  const welcome = setupLink ? `\n  Set it up here (works once, for 24 hours):\n  ${setupLink}\n` : '';
  say(`\n  Fettle is ready:  ${address}\n${welcome}`);
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) say(`Fettle cannot start: ${error.message}`);
  else say(`Fettle cannot start because of a defect: ${error instanceof Error ? error.stack : error}`);
  process.exit(1);
});
