import type { Spoken } from '#shared/languages.ts';
import type { Language } from './areas.ts';

/** Each language is fetched when it is first spoken. */
export const CATALOGUES: Readonly<Record<Spoken, () => Promise<Language>>> = {
  en: () => import('./en/index.ts').then((loaded) => loaded.default),
  de: () => import('./de/index.ts').then((loaded) => loaded.default),
  fr: () => import('./fr/index.ts').then((loaded) => loaded.default),
  es: () => import('./es/index.ts').then((loaded) => loaded.default),
  nl: () => import('./nl/index.ts').then((loaded) => loaded.default),
};
