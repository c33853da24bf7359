import { expect, test } from 'vitest';
import { cellText, readCell, tidy } from './cells.ts';

test.each([
  ['', null],
  ['  ', null],
  ['none', 'none'],
  ['None', 'none'],
  ['-', 'none'],
  ['90', 90],
  ['1h 30', 90],
  ['1:30', 90],
  ['1.5h', 90],
])('%j is read as %j', (text, cell) => {
  expect(readCell(text)).toEqual({ cell, fault: null });
});

test.each(['0', '-5', 'soon', '1.5', '9000h'])('%j is refused in words', (text) => {
  expect(readCell(text)).toEqual({ cell: null, fault: expect.stringContaining('Write minutes or hours') });
});

test('what was read is shown as everywhere; what was not stays as it was typed', () => {
  expect([cellText(90), cellText(null), cellText('none'), tidy('90'), tidy('soon')]).toEqual([
    '1h 30m',
    '',
    'none',
    '1h 30m',
    'soon',
  ]);
});
