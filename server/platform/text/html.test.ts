import { expect, test } from 'vitest';
import { SCRIPTS } from '#tests/attack/scripts.ts';
import { cleanHtml } from './index.ts';

const TAG = /<\/?([a-z0-9]+)((?:\s+[a-z-]+="[^"<>]*")*)\s*\/?>/g;
const TAGS = new Set(
  'p br strong b em i u s a ul ol li blockquote code pre h1 h2 h3 hr table thead tbody tr th td span'.split(' '),
);
const ATTRIBUTES = new Set([
  'href',
  'title',
  'rel',
  'target',
  'colspan',
  'rowspan',
  'data-type',
  'data-id',
  'data-label',
]);

/** What in cleaned HTML is more than the text, lists, tables and links that people may write. */
function excess(html: string): string[] {
  const found: string[] = [];
  const rest = html.replace(TAG, (whole, tag: string, attributes: string) => {
    if (!TAGS.has(tag)) found.push(whole);
    for (const [, name = '', value = ''] of attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.has(name)) found.push(whole);
      if (name === 'href' && !/^(https?:|mailto:|tel:)/.test(value)) found.push(whole);
    }
    if (whole.startsWith('<a ') && !whole.includes('rel="noopener noreferrer nofollow"')) found.push(whole);
    return '';
  });
  return rest.includes('<') ? [...found, rest] : found;
}

test.each(SCRIPTS)('nothing of %j is left that a browser would run or load', (script) => {
  const clean = cleanHtml(`<p>before</p>${script}<p>after</p>`);
  expect(excess(clean)).toEqual([]);
  // What is cleaned once stays as it is: nothing comes together only when it is cleaned again.
  expect(cleanHtml(clean)).toBe(clean);
});

test('a planted fault would be seen', () => {
  for (const bad of [
    '<img src="x">',
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<a href="https://x">',
    '<p title=x>',
  ])
    expect(excess(bad)).not.toEqual([]);
});
