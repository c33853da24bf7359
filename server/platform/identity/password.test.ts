import { expect, test } from 'vitest';
import { passwordFaults } from './password.ts';

const PERSON = ['Tess Technician', 'tess.technician@harbour.example'];
const faults = (password: string) => passwordFaults('password', password, PERSON).map(({ message }) => message);

test.each([
  ['too short', 'at least 15 characters'],
  ['aaaaaaaaaaaaaaaaaaaa', 'different characters'],
  ['abababababababababab', 'different characters'],
  ['passwordpassword1', 'first that anybody would try'],
  ['technician harbour tess', 'your name or address'],
  ['Tess.Technician@Harbour.example', 'your name or address'],
  ['tess-technician-2026', 'your name or address'],
])('%s is refused', (password, why) => {
  expect(faults(password)).toEqual([expect.stringContaining(why)]);
});

test.each([['four quiet green harbours'], ['a technician walks by'], ['zKq8#fhw2!Rmv9xL']])(
  '%s is taken',
  (password) => {
    expect(faults(password)).toEqual([]);
  },
);
