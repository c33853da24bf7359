import type { Spoken } from '#shared/languages.ts';
import type { Book } from '#shared/said/said.ts';

export { translator } from '#shared/said/translator.ts';

/** What the server says in the other languages; it comes after what the page needs first. */
export const BOOKS: Readonly<Record<Exclude<Spoken, 'en'>, () => Promise<Book>>> = {
  de: () => import('#shared/said/de.ts').then(({ DE_SAID }) => DE_SAID),
  fr: () => import('#shared/said/fr.ts').then(({ FR_SAID }) => FR_SAID),
  es: () => import('#shared/said/es.ts').then(({ ES_SAID }) => ES_SAID),
  nl: () => import('#shared/said/nl.ts').then(({ NL_SAID }) => NL_SAID),
};
