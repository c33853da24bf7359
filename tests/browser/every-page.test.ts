import { expect, test } from 'vitest';
import { furnish, walk } from './every-page.ts';
import { openWorkspace } from './workspace.ts';

const workspace = await openWorkspace();
/** One page of each room; every page, at every width, is for the deep tests. */
const rooms = [...new Map((await furnish(workspace)).map((path) => [path.split(/[/?]/)[1], path])).values()];

test('every room fits a phone in the dark, keeps its policy, and axe finds nothing', async () => {
  const olga = await workspace.enter({ name: 'Olga Owner', width: 390, dark: true });
  expect(await walk(olga, workspace.origin, rooms)).toEqual([]);
}, 1_200_000);
