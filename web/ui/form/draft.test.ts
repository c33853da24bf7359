import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { draftsOfTab } from './draft.ts';

/** What the browser keeps for all its tabs. */
class Storage extends Map<string, string> {
  getItem = (name: string) => this.get(name) ?? null;
  setItem = (name: string, text: string) => this.set(name, text);
  removeItem = (name: string) => this.delete(name);
}

beforeEach(() => vi.stubGlobal('localStorage', new Storage()));
afterAll(() => vi.unstubAllGlobals());

test('what was typed is found again by the next page, until it is sent', () => {
  draftsOfTab().keepDraft('reply', { html: 'Hello' });
  const after = draftsOfTab();
  expect(after.readDraft('reply')).toEqual({ html: 'Hello' });
  after.keepDraft('reply', {});
  expect(draftsOfTab().readDraft('reply')).toBeNull();
});

test('sending in one tab leaves what was typed in the other', () => {
  const [one, two] = [draftsOfTab(), draftsOfTab()];
  one.readDraft('reply');
  two.readDraft('reply');
  one.keepDraft('reply', { html: 'First' });
  two.keepDraft('reply', { html: 'Second' });
  one.keepDraft('reply', {});
  expect(draftsOfTab().readDraft('reply')).toEqual({ html: 'Second' });
  two.keepDraft('reply', {});
  expect(draftsOfTab().readDraft('reply')).toBeNull();
});
