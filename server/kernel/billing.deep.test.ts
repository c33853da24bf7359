import fc from 'fast-check';
import { test } from 'vitest';
import { arbitraryBooks } from './billing/arbitrary.ts';
import { holdBooks } from './billing/histories.ts';

const RANDOM = 100_000;

test(`${RANDOM} random billing histories come out as the oracle has them, to the cent`, () => {
  fc.assert(fc.property(arbitraryBooks, holdBooks), { numRuns: RANDOM });
}, 3_600_000);
