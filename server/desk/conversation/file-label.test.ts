import { expect, test } from 'vitest';
import { fileLabel, sentName } from './file-label.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['C:\\scans\\report.pdf', 'report.pdf'],
  ['..', 'file'],
  [undefined, 'file'],
  [`Quarterly report ${'x'.repeat(300)}.tar.gz`, `Quarterly report ${'x'.repeat(179)}….gz`],
  ['y'.repeat(300), `${'y'.repeat(199)}…`],
  [`Minutes. ${'z'.repeat(300)}`, `Minutes. ${'z'.repeat(190)}…`],
  // No half of a character is left at the cut.
  [`${'a'.repeat(194)}😀${'b'.repeat(50)}.pdf`, `${'a'.repeat(194)}….pdf`],
])('%j is called %j', (name, label) => {
  expect(fileLabel(name)).toBe(label);
  expect(label.length).toBeLessThanOrEqual(200);
});

test.each([
  ['a %22quoted%22 name.pdf', 'a "quoted" name.pdf'],
  ['two%0D%0Alines.txt', 'two\r\nlines.txt'],
  ['Gr%C3%B6%C3%9Fe.xlsx', 'Größe.xlsx'],
  // Neither a form nor a program writes these so: they are part of the name.
  ['100%25 sure%20.pdf', '100%25 sure%20.pdf'],
  ['50% off.pdf', '50% off.pdf'],
  ['%E9t%E9.pdf', '%E9t%E9.pdf'],
  [undefined, undefined],
])('%j in a form is %j', (sent, name) => expect(sentName(sent)).toBe(name));
