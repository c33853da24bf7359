import type { Spoken } from '#shared/languages.ts';
import type { MailText } from '#shared/mail-words.ts';
import type { SettingView } from '#shared/settings.ts';

/** The words of one kind of mail at one place; a language that is left out is inherited. */
export type ByLanguage = { [language in Spoken]?: MailText };

/** The nearest words in a language, and where they come from. */
export function wordsIn({ chain }: Pick<SettingView, 'chain'>, language: Spoken) {
  const step = chain.findLast(({ value }) => (value as ByLanguage)[language] !== undefined);
  return { words: (step?.value as ByLanguage | undefined)?.[language] ?? { subject: '', text: '' }, step };
}

/** What is left of a place's own words once one language is given up; null where nothing is. */
export function without(own: ByLanguage, language: Spoken): ByLanguage | null {
  const { [language]: _gone, ...rest } = own;
  return Object.keys(rest).length > 0 ? rest : null;
}
