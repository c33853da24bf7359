import { type Spoken, spoken } from '#shared/languages.ts';
import type { Catalogue } from '#shared/message-words.ts';
import { loadPage } from '#web/ui/load/load.ts';
import { readerStore } from '#web/ui/marks/reader.ts';
import { wordsStore } from '#web/ui/words/words.ts';
import type { Area } from './areas.ts';
import { CATALOGUES } from './catalogues.ts';

const HEARD = 'fettle.language';
let speaks: Spoken | null = null;
/** What the pages and parts that were opened here say. */
const wanted = new Set<Area>();

/** What this browser heard last; storage may be switched off. */
function kept(): string | null {
  try {
    return localStorage.getItem(HEARD);
  } catch {
    return null;
  }
}
function keep(language: Spoken): void {
  try {
    localStorage.setItem(HEARD, language);
  } catch {
    // The browser's own languages then say it.
  }
}

const asItIs = (text: string): string => text;

/** What the server says is known a moment later than the page's own words, which show first. */
async function learn(language: Exclude<Spoken, 'en'>): Promise<void> {
  const { BOOKS, translator } = await import('./books.ts');
  const heard = translator(language, await BOOKS[language]());
  wordsStore.set((now) => (now.language === language ? { ...now, heard } : now));
}

/** The words of a language in these areas, and what every page says. */
async function wordsOf(language: Spoken, areas: readonly Area[]): Promise<Catalogue> {
  const catalogue = await CATALOGUES[language]();
  const words = await Promise.all(areas.map((area) => catalogue[area]()));
  return Object.assign({}, catalogue.first, ...words.map((one) => one.default));
}

/** All that this page says, in a language; also what became wanted while the words came. */
async function allWords(language: Spoken): Promise<Catalogue> {
  const areas = [...wanted];
  const words = await wordsOf(language, areas);
  return areas.length === wanted.size ? words : allWords(language);
}

/** Fetches the words of these areas in the language that is spoken; where none is yet, they come with it. */
export async function want(areas: readonly Area[]): Promise<void> {
  for (const area of areas) wanted.add(area);
  const language = speaks;
  if (language === null) return;
  const words = await wordsOf(language, areas);
  if (speaks !== language) return want(areas);
  wordsStore.set((now) => ({ ...now, catalogue: { ...now.catalogue, ...words } }));
}

/** Speaks a language from here on, once its words are there: pages, dates and numbers. */
export async function speak(language: Spoken): Promise<void> {
  if (speaks !== language) {
    const catalogue = await loadPage(() => allWords(language));
    speaks = language;
    wordsStore.set({ language, catalogue, heard: asItIs });
    if (language !== 'en') void learn(language).catch(() => {});
  }
  document.documentElement.lang = language;
  // The reader's own variant of the language, where their browser has one.
  const variant = navigator.languages.find((tag) => spoken(tag) === language && tag.startsWith(language));
  readerStore.set((now) => ({ ...now, language: variant ?? language }));
}

/** The same as somebody chose who is signed in; this browser greets them in it from then on. */
export async function speakAs(language: string): Promise<void> {
  const chosen = spoken(language);
  keep(chosen);
  await speak(chosen);
}

/** The language for whoever is not signed in: the one spoken here last, else the browser's. */
export const speakToVisitor = (): Promise<void> => speak(spoken(kept(), ...navigator.languages));
