import { expect, test } from 'vitest';
import type { SavedView } from '#shared/view.ts';
import { viewOf } from './views.ts';

const view = (id: string, filter: SavedView['filter'], sort: SavedView['sort'] = 'updated'): SavedView => ({
  id,
  name: id,
  filter,
  sort,
  columns: [],
  shared: true,
  owner: null,
  editable: true,
  position: 0,
  version: 1,
});
const VIEWS = [view('open', { status: ['open'] }), view('mine', { status: ['open'], assigneeId: ['me'] }, 'due')];

test('a list stands for the view it was opened by, and says when it was changed since', () => {
  expect(viewOf(VIEWS, { filter: { status: ['open'] }, sort: 'updated', view: 'open' })).toEqual({
    view: VIEWS[0],
    changed: false,
  });
  expect(viewOf(VIEWS, { filter: { status: ['open'], priority: [1] }, sort: 'updated', view: 'open' })).toEqual({
    view: VIEWS[0],
    changed: true,
  });
});

test('a list that was filtered by hand stands for the view that shows the same', () => {
  const byHand = { filter: { assigneeId: ['me'], status: ['open'] }, view: null };
  expect(viewOf(VIEWS, { ...byHand, sort: 'due' }).view).toBe(VIEWS[1]);
  expect(viewOf(VIEWS, { ...byHand, sort: 'created' })).toEqual({ view: null, changed: false });
});
