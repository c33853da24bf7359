import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { UsageError, type Verb } from '../verb.ts';

const DEFAULT_PORT = 8_790;

const OPTIONS = {
  port: { type: 'string', default: String(DEFAULT_PORT) },
  sites: { type: 'string', default: '30' },
  devices: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  webhook: { type: 'string' },
  secret: { type: 'string', default: '' },
  'no-limits': { type: 'boolean', default: false },
} as const;

export const simulateVerb: Verb = {
  summary: 'Stand in for a system that Fettle connects to, with made-up clients',
  usage:
    'simulate (rmm | accounting) VENDOR [--port N] [--sites N] [--devices N] [--seed TEXT] [--no-limits] [--webhook URL [--secret TEXT]]',
  help: `Answers on this machine like the vendor's system: the same calls, limits and refusals, over clients and devices that are
made up. Without a VENDOR it says which there are. It says what to paste into Fettle; its page has buttons that raise an
alert, switch devices off and more. Nothing is stored: Ctrl-C ends it, and the next start is as the first.

  --port N           where it listens, on 127.0.0.1                                                (${DEFAULT_PORT})
  --sites N          clients, up to 2000                                                           (30)
  --devices N        devices, up to 20000                                                          (2000)
  --seed TEXT        the same text makes the same estate                                           (1)
  --no-limits        allows as many calls as anybody makes, for a first sync without patience
  --webhook URL      where it calls when an alert is raised or resolved, or an invoice changes
  --secret TEXT      what it sends along in the header X-Fettle-Secret; the key of the webhook with accounting`,
  run,
};

async function run(args: string[]): Promise<number> {
  const { SIMULATED_ACCOUNTING, SIMULATED_RMM, startSimulator } = await import('../../tools/simulate/index.ts');
  const { values, positionals } = parse(args);
  const [kind, key, ...rest] = positionals;
  const kinds = { rmm: SIMULATED_RMM, accounting: SIMULATED_ACCOUNTING };
  const offered = kind === 'rmm' || kind === 'accounting' ? kinds[kind] : [];
  const vendor = offered.find((one) => one.key === key);
  if (!vendor || rest.length > 0) {
    const all = Object.entries(kinds).flatMap(([name, some]) => some.map((one) => `${name} ${one.key}`));
    throw new UsageError(`Say what to simulate; there is: ${all.join(', ')}.`);
  }
  const { webhook, secret, seed } = values;
  if (webhook !== undefined && !URL.canParse(webhook)) throw new UsageError('--webhook takes an address.');
  const sites = whole('sites', values.sites, 1, 2_000);
  const simulator = await startSimulator(vendor, {
    ...{ seed, sites, port: whole('port', values.port, 0, 65_535) },
    devices: whole('devices', values.devices, sites, 20_000),
    switches: { limits: !values['no-limits'] },
    target: webhook === undefined ? null : { url: webhook, secret },
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`Port ${values.port} is taken; name another by --port.`);
    throw error;
  });
  const lines = [
    `${vendor.name}, simulated: ${simulator.world.sites.length} sites, ${simulator.world.devices.length} devices.`,
    `  Address: ${simulator.baseUrl}`,
    ...simulator.credentials.map(({ label, value }) => `  ${label}: ${value}`),
    `  Page: ${simulator.origin}/__simulator`,
    'Ctrl-C ends it.',
  ];
  console.log(lines.join('\n'));
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await simulator.stop();
  return 0;
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}.`);
  return number;
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
