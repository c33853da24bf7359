import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('what nobody sees is taken out: blanks of no width, joiners, marks of direction, soft hyphens, tags', () => {
  const unseen = '\u200b\u200c\u200d\u200e\u200f\u2060\u2064\u202e\u2069\ufeff\u00ad\u034f\u061c\u3164\u{e0041}';
  for (const one of unseen) expect(visible(`AC${one}ME`), one.codePointAt(0)?.toString(16)).toBe('ACME');
  expect(visible('Zoë’s iMac – 東京 ✓ 😀')).toBe('Zoë’s iMac – 東京 ✓ 😀');
});

test('joiners stay where they are seen: within an emoji, and between letters of scripts that write them', () => {
  for (const text of ['🖨️👩🏽‍💻', '👨‍👩‍👧', 'می\u200cخواهم', 'क्\u200dष']) expect(visible(text)).toBe(text);
  expect(visible('A\u200dB\ufe0f 👩\u200b\u200d💻 می\u200c')).toBe('AB 👩💻 می');
});

test('accents on a letter are as many as any script has, whatever stands between them', () => {
  expect(visible(`a${'\u0301'.repeat(3_000)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  expect(visible(`a${'\u0301\u200b'.repeat(3_000)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
  expect(visible('ệ Tiếng Việt นี้ क्षि')).toBe('ệ Tiếng Việt นี้ क्षि');
});
