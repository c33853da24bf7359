import { expect, test } from 'vitest';
import { shownPages } from './shown-pages.ts';

const paging = { state: 'paging' } as const;
const vain = { state: 'exhausted' } as const;
const over = { state: 'acknowledged' } as const;

test('who was called in vain is shown while the ticket is open and nobody is called anew', () => {
  expect(shownPages([over, vain, vain], 'open')).toEqual([vain]);
  expect(shownPages([paging, vain], 'open')).toEqual([paging]);
  expect(shownPages([vain], 'resolved')).toEqual([]);
  expect(shownPages([paging, vain], 'resolved')).toEqual([paging]);
  expect(shownPages([paging, vain], 'closed')).toEqual([]);
});
