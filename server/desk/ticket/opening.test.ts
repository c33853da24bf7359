import { expect, test } from 'vitest';
import { openingLine } from './opening.ts';

test.each([
  ['<p>Nobody can print.</p><ul><li>Floor&nbsp;2</li></ul>', 'Nobody can print. Floor 2'],
  ['<p>Tom &amp; Jerry say &lt;b&gt;</p>', 'Tom & Jerry say <b>'],
  ['<p>cut through in a mark <a href="https://exa', 'cut through in a mark'],
  ['', ''],
])('%s begins with "%s"', (html, text) => expect(openingLine(html)).toBe(text));
