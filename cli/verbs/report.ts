import { parseArgs } from 'node:util';
import { isTimeZone } from '#kernel/time-zone.ts';
import { agreementText } from '../agreement-report.ts';
import { existingFile } from '../file.ts';
import { progressTo } from '../progress.ts';
import { UsageError, type Verb } from '../verb.ts';

const STEP = 5_000;

export const reportVerb: Verb = {
  summary: 'Compare service levels with the verdicts of another system',
  usage: 'report sla-agreement FILE [--time-zone ZONE]',
  help: `Runs policies over the history in the incident log of a ServiceNow desk (CSV, gzipped or not) and compares their verdicts with
its made_sla. It needs no installation and writes nothing.

  --time-zone ZONE   the zone of the log's dates, which name none, and of the policies' hours   (UTC)

What the figures mean, and where they come from: docs/sla-agreement.md.`,
  run,
};

async function run(args: string[]): Promise<number> {
  const { positionals, timeZone } = read(args);
  const [what, file, ...rest] = positionals;
  if (what !== 'sla-agreement') throw new UsageError('Say what to report; there is: sla-agreement.');
  if (!file || rest.length > 0) throw new UsageError('Name one file.');
  if (!isTimeZone(timeZone)) throw new UsageError('--time-zone takes a name such as Europe/Lisbon.');
  const path = await existingFile(file);
  const { agreed, slaAgreement } = await import('#server/connectors/servicenow-log/index.ts');
  const show = progressTo(process.stderr, 'rows');
  let shown = 0;
  const agreement = await slaAgreement(path, timeZone, (done, total) => {
    if (done < total && done - shown < STEP) return;
    shown = done;
    show('Judging', done, total);
  });
  console.log(agreementText(agreement, agreed));
  return 0;
}

function read(args: string[]) {
  try {
    const options = { 'time-zone': { type: 'string', default: 'UTC' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    return { positionals, timeZone: values['time-zone'] };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
