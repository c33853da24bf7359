import { StartupError } from '#kernel/errors.ts';
import { type Config, loadConfig } from '#platform/config/index.ts';
import { bad, type Finding, ok } from '../doctor/finding.ts';
import { UsageError, type Verb } from '../verb.ts';

export const doctorVerb: Verb = {
  summary: 'Check that this machine and its data are fit to run Fettle',
  usage: 'doctor',
  help: `Looks at the settings of the machine, the folder of data and its room, the database with its rights, the secret, and
whether everything is up to date. It changes nothing, and may run beside Fettle.

Each line begins with ok, look (worth knowing, nothing is broken) or bad (with what to do). The exit code is 1 when something is bad.`,
  run,
};

async function run(args: string[]): Promise<number> {
  if (args.length > 0) throw new UsageError('doctor takes no arguments.');
  const findings: Finding[] = [];
  const tell = (...found: Finding[]) => {
    for (const { mark, text } of found) console.log(`${mark.padEnd(5)}${text}`);
    findings.push(...found);
  };
  tell(ok(`Node ${process.versions.node} on ${process.platform} ${process.arch}.`));
  const config = settings(tell);
  if (config) {
    const { checkFolder } = await import('../doctor/machine.ts');
    const { checkDatabase } = await import('../doctor/database.ts');
    tell(...(await checkFolder(config.dataDir)));
    tell(...(await checkDatabase(config)));
  }
  return findings.some(({ mark }) => mark === 'bad') ? 1 : 0;
}

function settings(tell: (finding: Finding) => void): Config | null {
  try {
    const config = loadConfig(process.env);
    tell(ok('The settings of the machine make sense.'));
    return config;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    tell(bad(error.message));
    return null;
  }
}
