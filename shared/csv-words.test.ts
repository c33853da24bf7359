import { expect, test } from 'vitest';
import { cell, csvOf, readCsv, uncell } from './csv-words.ts';

test.each([
  ['Scanner', '"Scanner"'],
  ['It "beeps", again', '"It ""beeps"", again"'],
  ['=1+1', '"\'=1+1"'],
  ['@cmd', '"\'@cmd"'],
  ['-2', '"\'-2"'],
  ['＝1+1', '"\'＝1+1"'],
  ['＠cmd', '"\'＠cmd"'],
])('%s is kept as a text', (value, kept) => {
  expect(cell(value)).toBe(kept);
});

test('a table comes back as it went out, whatever is in its values', () => {
  const lines = [
    ['id', 'words'],
    ['a', 'Two\nlines, a "word" and a; sign'],
    ['b', '=1+1'],
    ['e', '＝1+1'],
    ['c', ''],
  ];
  const back = readCsv(csvOf(lines))?.map(({ values }) => values.map(uncell));
  expect(back).toEqual(lines);
});

test.each([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa,b\n\n"x\ny",2\nz,3',
    [
      ['a', 'b'],
      ['x\ny', '2'],
      ['z', '3'],
    ],
  ],
])('%j is read as whichever spreadsheet wrote it', (text, lines) => {
  expect(readCsv(text)?.map(({ values }) => values)).toEqual(lines);
});

test('a line is named by where it begins, and a quote that never ends is told', () => {
  expect(readCsv('a\n"x\ny"\nz')?.map(({ line }) => line)).toEqual([1, 2, 4]);
  expect(readCsv('a,"b')).toBeNull();
});

test('a figure stands bare, also below zero, and nothing else passes for one', () => {
  expect(csvOf([['Amount', { figure: '-12.50' }]])).toBe('\ufeff"Amount",-12.50\r\n');
  for (const figure of ['-1+1', '=1', '1,5', '', '1e5', '-']) expect(() => cell({ figure })).toThrow();
});
