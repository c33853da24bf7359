import type { Spoken } from '#shared/languages.ts';
import { DE_SAID } from '#shared/said/de.ts';
import { ES_SAID } from '#shared/said/es.ts';
import { FR_SAID } from '#shared/said/fr.ts';
import { NL_SAID } from '#shared/said/nl.ts';
import { translator } from '#shared/said/translator.ts';

const HEARD: Readonly<Record<Spoken, (text: string) => string>> = {
  en: (text) => text,
  de: translator('de', DE_SAID),
  fr: translator('fr', FR_SAID),
  es: translator('es', ES_SAID),
  nl: translator('nl', NL_SAID),
};

/** What the program itself says in English, in a language that clients' people read; anything else as it is. */
export const heardIn = (language: Spoken, text: string): string => HEARD[language](text);
