import { BOOTSTRAP_VERBS, VERBS } from './verbs.ts';

/** The list of verbs, or all about one. */
export function helpText(name?: string): string {
  const verb = name === undefined ? undefined : VERBS[name];
  if (verb) return `fettle ${verb.usage}\n\n${verb.help}`;
  const lines = [
    ...Object.entries(BOOTSTRAP_VERBS),
    ...Object.entries(VERBS).map(([key, { summary }]): [string, string] => [key, summary]),
    ['help', 'Show this list, or all about one verb: fettle help import'],
  ].map(([key, summary]) => `  ${(key ?? '').padEnd(10)} ${summary}`);
  return [
    'Fettle: service management for managed service providers.',
    '',
    'fettle <verb> [arguments]     (here: node bin/fettle.mjs <verb>)',
    '',
    ...lines,
    '',
    'FETTLE_DATA_DIR says where the data are (default ./data), DATABASE_URL names a PostgreSQL server of your own.',
  ].join('\n');
}
