import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeCode } from './propose-code.ts';

test.each([
  ['Acme Manufacturing', 'ACME'],
  ['The Birch Legal Group', 'BIRCH'],
  ['Montgomery Watson Harza', 'MWH'],
  ['Manufacturing', 'MANUFA'],
  ['Café René', 'CAFE'],
  ['3M Australia', 'MAUST'],
  ['O’Brien', 'OBRIEN'],
  ['شركة', ''],
  ['', ''],
])('%s → %s', (name, code) => expect(proposeCode(name)).toBe(code));

test('whatever the name, the proposal is nothing or a code that the server takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(proposeCode(name)).toMatch(/^([A-Z][A-Z0-9]{1,9})?$/);
    }),
  );
});
