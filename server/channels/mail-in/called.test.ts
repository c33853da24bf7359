import { expect, test } from 'vitest';
import { calledBy } from './called.ts';

test.each([
  ['Neu, Nina', 'Nina Neu'],
  ['von der Heide, Anna-Lena', 'Anna-Lena von der Heide'],
  ["O'Neil,Jo", "Jo O'Neil"],
  ['Nina Neu', 'Nina Neu'],
  ['Muster, GmbH', 'Muster, GmbH'],
  ['Acme, Inc.', 'Acme, Inc.'],
  ['Neu, Nina, Dr.', 'Neu, Nina, Dr.'],
  ['Smith, PhD', 'Smith, PhD'],
  ['Acme, Support Team', 'Acme, Support Team'],
  ['Printer 7, Floor 2', 'Printer 7, Floor 2'],
  ['Neu,', 'Neu,'],
  ['', 'nina.neu'],
])('who writes as “%s” is called “%s”', (name, called) => {
  expect(calledBy({ name, address: 'nina.neu@acme.example' })).toBe(called);
});
