import { expect, test } from 'vitest';
import { numberIn, priceIn } from './money-words.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', '1250', 'AUD', 'AUD 1,250.00'],
  ['en', '0.0125', 'AUD', 'AUD 0.0125'],
  ['en', '1200', 'JPY', 'JPY 1,200'],
  ['de', '1250.5', 'EUR', '1.250,50 EUR'],
  ['de', '99999999.9999', 'EUR', '99.999.999,9999 EUR'],
  ['fr', '-1250', 'EUR', '-1 250,00 EUR'],
] as const)('in %s a price of %s %s is written %s', (language, price, currency, is) => {
  expect(plain(priceIn(language, { price, currency }))).toBe(is);
});

test('a number is written to its last digit, as the language does', () => {
  expect([numberIn('en', '12000.25'), numberIn('de', '12000.2500'), numberIn('nl', '3')]).toEqual([
    ...['12,000.25', '12.000,25', '3'],
  ]);
});
