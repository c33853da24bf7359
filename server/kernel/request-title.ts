import type { Spoken } from '#shared/languages.ts';

/** How a request for somebody else is called. */
const FOR: Readonly<Record<Spoken, string>> = { en: ' for ', de: ' für ', fr: ' pour ', es: ' para ', nl: ' voor ' };

/**
 * The title that the desk gave a request, the item and whom it is for, in a language. A title of somebody's own stays as it is.
 * @param say says the name of an item as a reader reads it; as it is where it is none
 */
export function requestTitle(title: string, language: Spoken, say: (text: string) => string): string {
  const whole = say(title);
  const at = title.lastIndexOf(FOR.en);
  if (whole !== title || at < 1) return whole;
  const item = title.slice(0, at);
  const said = say(item);
  return said === item ? title : said + FOR[language] + title.slice(at + FOR.en.length);
}
