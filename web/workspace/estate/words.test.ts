import { expect, test } from 'vitest';
import { valueWords } from './words.ts';

const sized = (megabytes: number) => valueWords(megabytes, 'number', 'MB');

test('memory is counted as people count it, whichever megabytes its source meant; disks as they are sold', () => {
  expect([16_384, 17_180, 8_590, 274_878].map(sized)).toEqual(['16 GB', '16 GB', '8 GB', '256 GB']);
  expect([500_107, 256_060, 1_000_205, 250].map(sized)).toEqual(['500.1 GB', '256.1 GB', '1 TB', '250 MB']);
});
