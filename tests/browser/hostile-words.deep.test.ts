import { expect, test } from 'vitest';
import { plantMarkup } from './hostile-stage.ts';
import { NOTHING, walkPast, watchers } from './hostile-watch.ts';
import { openWorkspace } from './workspace.ts';

/** Each trick by itself, through each door, so that none hides behind another. */
const workspace = await openWorkspace();
const stage = await plantMarkup(workspace, 1);
const as = watchers(workspace, stage);

test('no trick that comes by itself runs, loads or had to be stopped, whoever looks', async () => {
  const [staff, contact, stranger] = [await as.staff(), await as.contact(), await as.stranger()];
  await walkPast(staff.page, staff.seen, stage.staff);
  await walkPast(contact.page, contact.seen, stage.contact);
  await walkPast(stranger.page, stranger.seen, stage.anybody);
  expect([staff.seen, contact.seen, stranger.seen]).toEqual([NOTHING, NOTHING, NOTHING]);
});
