import type { Spoken } from '#shared/languages.ts';
import type { Translated } from '#shared/message-words.ts';
import type { EN } from './en.ts';

type Loaded = Promise<Translated<typeof EN>>;

/** Each catalogue is fetched when its language is first spoken. */
export const CATALOGUES: Readonly<Record<Spoken, () => Loaded>> = {
  en: () => import('./en.ts').then(({ EN }) => EN),
  de: () => import('./de.ts').then(({ DE }) => DE),
  fr: () => import('./fr.ts').then(({ FR }) => FR),
  es: () => import('./es.ts').then(({ ES }) => ES),
  nl: () => import('./nl.ts').then(({ NL }) => NL),
};
