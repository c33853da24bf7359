/** The languages in which the product speaks to clients' people. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type Spoken = (typeof LANGUAGES)[number];

/** What the MSP's people call them. */
export const LANGUAGE_NAMES: Readonly<Record<Spoken, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  nl: 'Dutch',
};

/** The first of some language tags, such as `de-CH`, that is spoken, nearest first; English where none is. */
export function spoken(...tags: readonly (string | null | undefined)[]): Spoken {
  const known = tags.map((tag) => LANGUAGES.find((one) => one === tag?.toLowerCase().split('-')[0]));
  return known.find((one) => one !== undefined) ?? 'en';
}
