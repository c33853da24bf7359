import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

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
      return path === 'tests/browser/every-page.test.ts' ? 0 : path.startsWith('tests/') ? 1 : 2;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
