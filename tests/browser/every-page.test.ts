import { expect, test } from 'vitest';
import { furnish, walk } from './every-page.ts';
import { openWorkspace } from './workspace.ts';

const workspace = await openWorkspace();
const paths = await furnish(workspace);
/** One page of each room; the rest of the matrix is in the deep tests. */
const rooms = [...new Map(paths.map((path) => [path.split(/[/?]/)[1], path])).values()];

test('every page fits a phone in the dark, keeps its policy, and axe finds nothing', async () => {
  const olga = await workspace.enter({ name: 'Olga Owner', width: 390, dark: true });
  expect(await walk(olga, workspace.origin, paths)).toEqual([]);
}, 1_200_000);

test('every room fits a desk in the light, keeps its policy, and axe finds nothing', async () => {
  const olga = await workspace.enter({ name: 'Olga Owner' });
  expect(await walk(olga, workspace.origin, rooms)).toEqual([]);
}, 1_200_000);
