import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

export default defineConfig({
  test: {
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Only to end what hangs: on a busy machine the start of a whole program takes its time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // So is what a page or a worker does after a while: a second is not enough where everything is busy.
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', './tests/second-tries.ts'],
    // Where a change is judged by a machine: what fails twice is a fault, and what passed the second time is told as such.
    retry: Number(process.env['TEST_RETRIES'] ?? 0),
    include: ['{client,server,shared,cli,web,tools,tests}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.deep.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/setup.ts'],
  },
});
