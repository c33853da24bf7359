import { BOOTSTRAP_VERBS, VERBS } from './verbs.ts';

/** All about one verb; null where there is none of that name. */
export function verbHelp(name: string): string | null {
  const verb = VERBS[name] ?? BOOTSTRAP_VERBS[name];
  return verb ? `fettle ${verb.usage}\n\n${verb.help}` : null;
}

/** The list of verbs. */
export function helpText(): string {
  const lines = [
    ...Object.entries({ ...BOOTSTRAP_VERBS, ...VERBS }).map(([key, { summary }]): [string, string] => [key, summary]),
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
