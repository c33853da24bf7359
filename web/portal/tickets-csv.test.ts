import { expect, test } from 'vitest';
import { cell } from './tickets-csv.ts';

test.each([
  ['Scanner', '"Scanner"'],
  ['It "beeps", again', '"It ""beeps"", again"'],
  ['=1+1', '"\'=1+1"'],
  ['@cmd', '"\'@cmd"'],
  ['-2', '"\'-2"'],
])('%s is kept as a text', (value, kept) => {
  expect(cell(value)).toBe(kept);
});
