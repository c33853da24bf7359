import type { Verb } from './verb.ts';
import { importVerb } from './verbs/import.ts';

/** The verbs of the command line. Those of the bootstrap (start, test, …) run without it and are listed for help only. */
export const VERBS: Readonly<Record<string, Verb>> = { import: importVerb };

export const BOOTSTRAP_VERBS: Readonly<Record<string, string>> = {
  start: 'Start Fettle; the first time it installs and builds what is missing',
  test: 'Run the tests; a path runs those below it',
  'test:deep': 'Run the tests that take long or need data of their own',
  check: 'Check types, lint, module walls and unused code',
  bench: 'Measure speed and print the table',
};
