import { expect, test } from 'vitest';
import { requestTitle } from './request-title.ts';

const german = (text: string) => (text === 'Laptop' ? 'Notebook' : text);

test.each([
  ['Laptop', 'Notebook'],
  ['Laptop for Anna Adler', 'Notebook für Anna Adler'],
  ['Room for two', 'Room for two'],
  [' for ', ' for '],
])('%s', (title, said) => {
  expect(requestTitle(title, 'de', german)).toBe(said);
});
