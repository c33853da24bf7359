import { expect, test } from 'vitest';
import { furnish, walk } from './every-page.ts';
import { openWorkspace } from './workspace.ts';

const workspace = await openWorkspace();
const paths = await furnish(workspace);

test.each([
  { width: 390, dark: false },
  { width: 390, dark: true },
  { width: 768, dark: false },
  { width: 768, dark: true },
  { width: 1440, dark: false },
  { width: 1440, dark: true },
])(
  'every page at $width, dark $dark',
  async (screen) => {
    const olga = await workspace.enter({ name: 'Olga Owner', ...screen });
    expect(await walk(olga, workspace.origin, paths)).toEqual([]);
  },
  1_200_000,
);
