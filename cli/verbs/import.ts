import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isTimeZone } from '#kernel/time-zone.ts';
import type { ImportOptions } from '#server/connectors/servicenow-log/index.ts';
import { existingFile, typedPath } from '../file.ts';
import { interruption } from '../interrupt.ts';
import { progressTo } from '../progress.ts';
import { reportText } from '../report.ts';
import { UsageError, type Verb } from '../verb.ts';

const INTERRUPTED = 130;
const LEAST_SHARE = 0.002;

const OPTIONS = {
  client: { type: 'string', default: 'Imported from ServiceNow' },
  code: { type: 'string', default: 'SNOW' },
  'time-zone': { type: 'string', default: 'UTC' },
  locations: { type: 'string', default: 'sites' },
  report: { type: 'string' },
} as const;

export const importVerb: Verb = {
  summary: 'Bring in tickets with their history from another system',
  usage:
    'import servicenow-log FILE [--client NAME] [--code CODE] [--time-zone ZONE] [--locations sites|clients] [--report FILE]',
  help: `Imports the incident log of a ServiceNow desk (CSV, gzipped or not) with its whole history, then compares every row with
what was written. Interrupted (Ctrl-C), it goes on where it was; run again, it changes nothing.

  --client NAME      the client whose desk the log is from; made where no client has the code   (Imported from ServiceNow)
  --code CODE        its code, with which its tickets' keys begin                               (SNOW)
  --time-zone ZONE   the zone of the log's dates, which name none                               (UTC)
  --locations WHAT   sites: locations are sites of the client; clients: each is a client        (sites)
  --report FILE      where the report goes, as JSON                                (imports/ in the data directory)

The exit code is 0 only when every row is in Fettle exactly as in the file. See docs/import-servicenow-log.md.`,
  run,
};

async function run(args: string[]): Promise<number> {
  const { path, options, report } = await readArguments(args);
  // The program takes a while to load; help and wrong use need none of it. One after the other: Node refuses to require() what
  // another import is still loading.
  const { withInstallation } = await import('../installation.ts');
  const { importLog } = await import('#server/connectors/servicenow-log/index.ts');
  const signal = interruption((line) => console.error(line));
  return withInstallation(async (services, config) => {
    const show = progressTo(process.stderr, 'rows');
    let shown = 0;
    const result = await importLog(services, {
      ...options,
      path,
      signal,
      progress(phase, done, total) {
        if (done < total && done > shown && done - shown < total * LEAST_SHARE) return;
        shown = done;
        show(phase === 'importing' ? 'Importing' : 'Comparing', done, total);
      },
    });
    const file =
      report ?? join(config.dataDir, 'imports', `servicenow-log-${result.startedAt.replace(/[:.]/g, '-')}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
    console.log(reportText(result, file));
    return result.interrupted ? INTERRUPTED : result.ok ? 0 : 1;
  });
}

async function readArguments(args: string[]) {
  const { values, positionals } = parse(args);
  const [format, file, ...rest] = positionals;
  if (format !== 'servicenow-log') throw new UsageError(`Say what to import; there is: servicenow-log.`);
  if (!file || rest.length > 0) throw new UsageError('Name one file.');
  const path = await existingFile(file);
  const { client, code, locations, 'time-zone': timeZone, report } = values;
  if (client.trim() === '' || client.length > 200)
    throw new UsageError('--client takes a name of at most 200 characters.');
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(code)) throw new UsageError('--code takes 2 to 10 capital letters and digits.');
  if (!isTimeZone(timeZone)) throw new UsageError('--time-zone takes a name such as Europe/Lisbon.');
  if (locations !== 'sites' && locations !== 'clients') throw new UsageError('--locations takes sites or clients.');
  const options: Pick<ImportOptions, 'operator' | 'locations'> = {
    operator: { name: client, code, timeZone },
    locations,
  };
  return { path, options, report: report === undefined ? null : typedPath(report) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
