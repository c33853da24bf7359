import type { Report } from '#server/connectors/servicenow-log/index.ts';
import { duration } from './progress.ts';

const SHOWN = 20;
const count = (value: number) => value.toLocaleString('en');

/** The report of an import for people: what was read, what became of it, and the proof. */
export function reportText(report: Report, file: string): string {
  const { rows, incidents, proof, made } = report;
  const figure = (name: 'reassignment_count' | 'reopen_count' | 'sys_mod_count') =>
    `  ${name.padEnd(19)} ${count(proof[name].log)} in the log, ${count(proof[name].fettle)} in Fettle; equal in ${count(proof[name].incidentsEqual)} of ${count(proof[name].incidentsCompared)} incidents`;
  const names = Object.entries(made).filter(([, number]) => number > 0);
  const unknownStates = Object.entries(report.unknownStates);
  const lines = [
    '',
    `${report.file}: ${count(rows.read)} rows of ${count(incidents.read)} incidents read in ${duration(report.seconds)}`,
    `  imported            ${count(incidents.imported)} incidents, ${count(rows.imported)} rows, ${count(report.events)} events`,
    `  here before         ${count(incidents.presentBefore)} incidents, ${count(rows.presentBefore)} rows`,
    `  set aside           ${count(incidents.setAside)} incidents, ${count(rows.setAside)} rows; ${count(rows.refused)} rows of no incident; ${count(rows.notReached)} rows not reached`,
    ...(names.length > 0
      ? [`  made                ${names.map(([kind, number]) => `${kind} ${count(number)}`).join(', ')}`]
      : []),
    ...unknownStates.map(
      ([state, { rows, lines }]) =>
        `  unknown state       ${state} in ${count(rows)} rows (line ${someOf(lines, rows)}): the status stays, the word is kept`,
    ),
    '',
    ...(report.interrupted && proof.rows === 0
      ? ['Not compared with the file yet: it was interrupted before.']
      : [
          `Compared with the file: ${count(proof.rowsEqual)} of ${count(proof.rows)} rows of ${count(proof.incidents)} incidents are the same in Fettle`,
          figure('reassignment_count'),
          figure('reopen_count'),
          figure('sys_mod_count'),
        ]),
    ...some(
      'Not taken as it stands:',
      report.problems.map(({ line, text }) => `  line ${line} ${text}`),
      report.problemsLeftOut,
    ),
    ...some(
      'Different:',
      proof.differences.map(({ incident, line, text }) => `  ${incident}${line ? `, line ${line}` : ''}: ${text}`),
      proof.differencesLeftOut,
    ),
    '',
    `${report.interrupted ? 'Interrupted; run it again to go on.' : report.ok ? 'All is as in the file.' : 'Not all is as in the file.'} Report: ${file}`,
    report.attribution,
  ];
  return lines.join('\n');
}

const someOf = (lines: readonly number[], rows: number) =>
  `${lines.slice(0, SHOWN).join(', ')}${rows > SHOWN ? ', …' : ''}`;

function some(title: string, lines: readonly string[], leftOut: number): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - SHOWN + leftOut;
  return ['', title, ...lines.slice(0, SHOWN), ...(more > 0 ? [`  … and ${count(more)} more`] : [])];
}
