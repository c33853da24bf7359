import { expect, test } from 'vitest';
import { comboLabels, matches, parseCombo } from './combo.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const first = (combo: string) => {
  const [stroke] = parseCombo(combo);
  if (!stroke) throw new Error(`${combo} has no stroke`);
  return stroke;
};

test('mod is Ctrl, and ⌘ on Apple keyboards', () => {
  expect(matches(first('mod+k'), press('k', { ctrlKey: true }), false)).toBe(true);
  expect(matches(first('mod+k'), press('k', { metaKey: true }), false)).toBe(false);
  expect(matches(first('mod+k'), press('k', { metaKey: true }), true)).toBe(true);
});

test('a plain letter is not taken from a browser shortcut', () => {
  expect(matches(first('c'), press('c', { ctrlKey: true }), false)).toBe(false);
  expect(matches(first('c'), press('c', { altKey: true }), false)).toBe(false);
  expect(matches(first('c'), press('C', { shiftKey: true }), false)).toBe(false);
});

test('a sign counts however the keyboard makes it', () => {
  expect(matches(first('?'), press('?', { shiftKey: true }), false)).toBe(true);
  expect(matches(first('/'), press('/', { shiftKey: true }), false)).toBe(true);
});

test('sequences have one stroke after the other', () => {
  expect(parseCombo('g q').map((stroke) => stroke.key)).toEqual(['g', 'q']);
  expect(comboLabels('shift+space', true)).toEqual([['⇧', 'Space']]);
  expect(comboLabels('mod+enter', false)).toEqual([['Ctrl', 'Enter']]);
});
