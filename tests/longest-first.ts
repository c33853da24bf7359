import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const LONGEST = [
  'tests/isolation/sweep.test.ts',
  'tests/browser/every-page.test.ts',
  'tests/attack/hostile-input.test.ts',
];

/**
 * Browsers and whole programs begin first: what takes long and begins last keeps one worker busy while the other has nothing to do.
 * Vitest itself goes by how long a file took the last time, or by its size where it never ran.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification) => {
      const path = moduleId.slice(root.length + 1);
      return LONGEST.includes(path) ? 0 : path.startsWith('tests/') ? 1 : 2;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
