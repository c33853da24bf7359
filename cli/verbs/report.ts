import { parseArgs } from 'node:util';
import { isTimeZone } from '#kernel/time-zone.ts';
import { agreementText } from '../agreement-report.ts';
import { existingFile } from '../file.ts';
import { problemReport } from '../problem-report.ts';
import { progressTo } from '../progress.ts';
import { UsageError, type Verb } from '../verb.ts';

const STEP = 5_000;

export const reportVerb: Verb = {
  summary: 'Say what a log of another system tells: kept service levels, recurring problems',
  usage: 'report sla-agreement|problem-proposals FILE [--time-zone ZONE]',
  help: `Reads the incident log of a ServiceNow desk (CSV, gzipped or not). It needs no installation and writes nothing.

  sla-agreement      runs policies over the history and compares their verdicts with its made_sla: docs/sla-agreement.md
  problem-proposals  lets the detector of problems look at it on every Monday, and prints docs/problem-proposals.md

  --time-zone ZONE   the zone of the log's dates, which name none, and of the policies' hours   (UTC)`,
  run,
};

async function run(args: string[]): Promise<number> {
  const { positionals, timeZone } = read(args);
  const [what, file, ...rest] = positionals;
  if (what !== 'sla-agreement' && what !== 'problem-proposals')
    throw new UsageError('Say what to report; there are: sla-agreement, problem-proposals.');
  if (!file || rest.length > 0) throw new UsageError('Name one file.');
  if (!isTimeZone(timeZone)) throw new UsageError('--time-zone takes a name such as Europe/Lisbon.');
  const path = await existingFile(file);
  const show = progressTo(process.stderr, 'rows');
  let shown = 0;
  const { agreed, problemsOfLog, slaAgreement } = await import('#server/connectors/servicenow-log/index.ts');
  const progress = (word: string) => (done: number, total: number) => {
    if (done < total && done - shown < STEP) return;
    shown = done;
    show(word, done, total);
  };
  if (what === 'sla-agreement')
    console.log(agreementText(await slaAgreement(path, timeZone, progress('Judging')), agreed));
  else {
    const found = await problemsOfLog(path, timeZone, progress('Reading'));
    const { all, most } = found.took;
    process.stderr.write(
      `The detector took ${Math.round(most)} ms at most for a Monday, ${Math.round(all)} ms for all.\n`,
    );
    process.stdout.write(problemReport(found));
  }
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
