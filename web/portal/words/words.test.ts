import { expect, test } from 'vitest';
import { LANGUAGES, type Spoken } from '#shared/languages.ts';
import { type Catalogue, fillMessage, type Message, placesOf } from '#shared/message-words.ts';
import { CATALOGUES } from './catalogues.ts';

/** All that a language says, by area. */
async function areasOf(language: Spoken): Promise<Readonly<Record<string, Catalogue>>> {
  const { first, ...rest } = await CATALOGUES[language]();
  const areas = Object.entries(rest).map(async ([area, load]) => [area, (await load()).default] as const);
  return { first, ...Object.fromEntries(await Promise.all(areas)) };
}
const wordsOf = async (language: Spoken): Promise<Catalogue> =>
  Object.assign({}, ...Object.values(await areasOf(language)));
const english = await wordsOf('en');
const textsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const places = (text: string) => placesOf(text).sort();

test.each(LANGUAGES)(
  'the words in %s fill the same places as the English ones, and none is empty',
  async (language) => {
    const catalogue = await wordsOf(language);
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(catalogue)) {
      const [wanted = ''] = textsOf(english[key] ?? '').slice(-1);
      for (const text of textsOf(message)) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).not.toBe('');
        // A form for one, such as "in a day", may leave the number away.
        if (typeof message === 'string' || text === message.other) expect(places(text), key).toEqual(places(wanted));
      }
    }
  },
);

test('the first part of a key says in which file its message stands', async () => {
  const files = Object.entries(await areasOf('en')).flatMap(([area, words]) =>
    [...new Set(Object.keys(words).map((key) => key.split('.')[0]))].map((part) => [part, area] as const),
  );
  expect(files.map(([part]) => part).sort()).toEqual([...new Map(files).keys()].sort());
});

test.each(LANGUAGES)('the words in %s have every form that its small numbers take', async (language) => {
  const catalogue = await wordsOf(language);
  const rules = new Intl.PluralRules(language);
  const forms = new Set([0, 1, 2, 3, 5, 11, 21, 100].map((count) => rules.select(count)));
  for (const [key, message] of Object.entries(catalogue))
    if (typeof message !== 'string')
      expect(
        [...forms].filter((form) => !(form in message)),
        key,
      ).toEqual([]);
});

test.each([
  ['en', 1, 'in 1 business day'],
  ['en', 1_200, 'in 1,200 business days'],
  ['de', 1, 'in 1 Arbeitstag'],
  ['de', 1_200, 'in 1.200 Arbeitstagen'],
  ['fr', 0, 'sous 0 jour ouvré'],
  ['es', 2, 'en 2 días laborables'],
  ['nl', 3, 'binnen 3 werkdagen'],
] as const)('in %s, %d days are said as the language says them', async (language, count, said) => {
  const catalogue = await wordsOf(language);
  expect(fillMessage(language, catalogue['catalogue.days'] ?? '', { count })).toBe(said);
});
