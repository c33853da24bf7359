import { expect, test } from 'vitest';
import { fileLabel } from './file-label.ts';

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
