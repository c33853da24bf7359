import { expect, test } from 'vitest';
import { compareTexts } from './compare.ts';

const text = (body_html: string, title = 'T') => ({ title, body_html });
const told = (before: string, after: string) =>
  compareTexts(text(before), text(after))
    .slice(1)
    .map(
      ({ kind, tag, parts }) =>
        `${kind} ${tag}: ${parts.map((part) => (part.kind === 'same' ? part.text : `[${part.kind} ${part.text}]`)).join('')}`,
    );

test('blocks that stayed, came and went are told apart, and a block that was rewritten by its words', () => {
  expect(
    told(
      '<h2>Before</h2><p>One</p><ul><li>a</li><li>b</li></ul>',
      '<h2>Before</h2><ul><li>a</li><li>c</li></ul><p>New &amp; last</p>',
    ),
  ).toEqual([
    'same heading: Before',
    'removed text: [removed One]',
    'same item: a',
    'removed item: [removed b]',
    'added item: [added c]',
    'added text: [added New & last]',
  ]);
  expect(told('<p>Press the red button twice</p>', '<p>Press the green button twice</p>')).toEqual([
    'changed text: Press the [removed red][added green] button twice',
  ]);
});

test('pictures, code and nested lists are blocks of their own; the same text differs in nothing', () => {
  const html = '<p>x</p><ul><li>a<ul><li>b</li></ul></li></ul><pre><code>ls</code></pre><img src="y" alt="A door">';
  expect(told(html, html)).toEqual([
    'same text: x',
    'same item: a',
    'same item: b',
    'same code: ls',
    'same picture: A door',
  ]);
  expect(compareTexts(text('<p>x</p>', 'Old'), text('<p>x</p>', 'New')).map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
    'same',
  ]);
});
