import { expect, test } from 'vitest';
import { passDoors } from './hostile-past.ts';
import { plantMarkup } from './hostile-stage.ts';
import { NOTHING, watchers } from './hostile-watch.ts';
import { openWorkspace } from './workspace.ts';

/** Every trick through every door that the stage leaves out. */
const workspace = await openWorkspace();
const stage = await plantMarkup(workspace, 200);

test('every trick in announcements, ratings, orders, votes, templates, names, tags, lists and mails: nothing runs or loads', async () => {
  expect(await passDoors(workspace, stage, watchers(workspace, stage), Number.POSITIVE_INFINITY)).toEqual([
    ...[NOTHING, NOTHING, NOTHING],
  ]);
}, 1_200_000);
