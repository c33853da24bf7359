import { relative } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';

/** Tells at the end which tests needed a second try: they raced with the machine, and are to be looked at. */
export default class SecondTries implements Reporter {
  readonly #tried: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if ((test.diagnostic()?.retryCount ?? 0) > 0)
      this.#tried.push(`${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    if (this.#tried.length > 0) process.stdout.write(`\nTried a second time:\n${this.#tried.join('\n')}\n`);
  }
}
