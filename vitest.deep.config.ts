import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** Long runs: the files that `npm test` leaves out, with hours instead of seconds. */
const deep = mergeConfig(usual, { test: { testTimeout: 3_600_000, hookTimeout: 600_000 } });
if (deep.test) {
  deep.test.include = ['{server,shared,cli,web,tools,tests}/**/*.deep.test.ts'];
  deep.test.exclude = ['**/node_modules/**'];
}
export default deep;
