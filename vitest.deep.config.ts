import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** What `npm test` leaves out to end within a quarter of an hour: the browser through every corner, whole processes, and runs of hours. */
const deep = mergeConfig(usual, { test: { testTimeout: 3_600_000, hookTimeout: 600_000 } });
if (deep.test) {
  deep.test.include = ['{server,shared,cli,web,tools,tests}/**/*.deep.test.ts'];
  deep.test.exclude = ['**/node_modules/**'];
}
export default deep;
