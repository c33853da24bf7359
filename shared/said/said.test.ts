import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placesOf } from '../message-words.ts';
import { DE_SAID } from './de.ts';
import { ES_SAID } from './es.ts';
import { FR_SAID } from './fr.ts';
import { NL_SAID } from './nl.ts';
import { SAID } from './said.ts';
import { translator } from './translator.ts';

const ROOT = join(import.meta.dirname, '../..');
const BOOKS = { de: DE_SAID, fr: FR_SAID, es: ES_SAID, nl: NL_SAID };
const LANGUAGES = ['de', 'fr', 'es', 'nl'] as const;

test('whatever is translated is still said by the program', () => {
  const said = ['server', 'shared', 'client', 'web/api', 'web/ui'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !name.startsWith('said/'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  );
  const all = said.join('\n');
  // What the pattern of a schema allows stands in the program without its “must”.
  const isSaid = (piece: string) => all.includes(piece) || all.includes(`'${piece.replace(/^must /, '')}'`);
  const gone = SAID.filter((text) => text.split(/\{\w+\}/).some((piece) => !isSaid(piece.trim())));
  expect(gone).toEqual([]);
});

test.each(LANGUAGES)('the sentences of the server in %s have no place that the English ones lack', (language) => {
  const book = BOOKS[language];
  expect(Object.keys(book)).toEqual([...SAID]);
  for (const [english, said] of Object.entries(book)) {
    const known = placesOf(english);
    expect(
      placesOf(said).filter((name) => !known.includes(name)),
      english,
    ).toEqual([]);
    expect(said.trim(), english).toBe(said);
    expect(said, english).not.toBe('');
  }
});

test.each([
  ['Solved, please confirm', 'Gelöst, bitte bestätigen'],
  ['Needs an answer.', 'Bitte beantworten Sie diese Frage.'],
  ['must be at most 5 characters', 'Darf höchstens 5 Zeichen haben'],
  ['Must be at most 5.', 'Darf höchstens 5 sein.'],
  ['must be from 1 December 2026 to 27 February 2027', 'Muss vom 1. Dezember 2026 bis zum 27. Februar 2027 sein'],
  ['Must be 1 December 2026 or later.', 'Muss am 1. Dezember 2026 oder später sein.'],
  [
    'Your service desk works on it: 1 of 3 tasks done.',
    'Ihr Service Desk arbeitet daran: 1 von 3 Aufgaben sind erledigt.',
  ],
  ['AUD 1,899.00 is above AUD 500.00', '1.899,00\u00a0AUD liegt über 500,00\u00a0AUD'],
  [
    'always asked; for Laptop, Phone: always asked; for Screen: AUD 1,899.00 is above AUD 500.00',
    'wird immer gefragt; für Laptop, Phone: wird immer gefragt; für Screen: 1.899,00\u00a0AUD liegt über 500,00\u00a0AUD',
  ],
  ['Approved by Manager, IT', 'genehmigt durch Manager, IT'],
  [
    'Your vote does not count any more: Boris Berg has voted already.',
    'Ihre Stimme zählt nicht mehr: Boris Berg hat schon entschieden.',
  ],
  ['There is no such ticket, or you may not see it.', 'Das gibt es nicht, oder Sie dürfen es nicht sehen.'],
  ['Waiting for the moon', 'Waiting for the moon'],
])('%s: what the server says is said in German as far as it is known', (english, said) => {
  expect(translator('de', DE_SAID)(english)).toBe(said);
});
