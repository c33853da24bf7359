import type { Verb } from './verb.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { importVerb } from './verbs/import.ts';
import { reportVerb } from './verbs/report.ts';
import { simulateVerb } from './verbs/simulate.ts';
import { verifyVerb } from './verbs/verify.ts';

/** The verbs of the command line. */
export const VERBS: Readonly<Record<string, Verb>> = {
  import: importVerb,
  doctor: doctorVerb,
  verify: verifyVerb,
  report: reportVerb,
  simulate: simulateVerb,
};

const TESTS = 'Without an argument all of them run; a path runs those below it: fettle test server/desk.';

/** Those that the bootstrap runs without it (tools/bootstrap); they are here for help only. */
export const BOOTSTRAP_VERBS: Readonly<Record<string, Omit<Verb, 'run'>>> = {
  start: {
    summary: 'Start Fettle; the first time it installs and builds what is missing',
    usage: 'start [--roles ROLE,…]',
    help: `Starts the database and the program, and says where it is. Ctrl-C stops it.

  --roles ROLE,…     what this process does: web, worker, scheduler                                (all)

PORT (7070), HOST (127.0.0.1), FETTLE_DATA_DIR (./data), DATABASE_URL and more: see docs/guide/running.md.`,
  },
  test: { summary: 'Run the tests; a path runs those below it', usage: 'test [PATH]', help: TESTS },
  'test:deep': {
    summary: 'Run the tests that take long or need data of their own',
    usage: 'test:deep [PATH]',
    help: TESTS,
  },
  check: {
    summary: 'Check types, lint, module walls and unused code',
    usage: 'check',
    help: 'Says for each whether it holds; the exit code is 0 when all do.',
  },
  bench: {
    summary: 'Measure speed and print the table',
    usage: 'bench',
    help: 'Measures on a database of its own, beside nothing else that works the machine.',
  },
};
