import { expect, test } from 'vitest';
import { asMessage, leftOut } from './as-message.ts';

test('in a message, headings of an article are bold lines, and pictures are left out and counted', () => {
  const picture = '<img src="/api/v1/article-files/0" alt="A plug">';
  expect(
    asMessage(`<h2>Before</h2><p>Pull it.</p>${picture}<h3 dir="auto">Then\n<em>this</em></h3><hr>${picture}`),
  ).toEqual({
    html: '<p><strong>Before</strong></p><p>Pull it.</p><p><strong>Then\n<em>this</em></strong></p><hr>',
    pictures: 2,
  });
  expect(asMessage('<p>Plain</p>')).toEqual({ html: '<p>Plain</p>', pictures: 0 });
  expect(leftOut('Plugs', 1)).toContain('The picture of “Plugs” is left out');
  expect(leftOut('Plugs', 2)).toContain('The 2 pictures of “Plugs” are left out');
});
