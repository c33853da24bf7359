import { htmlOfPlain, plainOf } from './plain.ts';

/** A piece of a mail that says the same as text and as HTML, or only one of both. */
export type BodySection = { text: string; html: string };

/** The whole text and the whole HTML of a mail, in the order of its parts; what has only one form is shown in both. */
export function bodyOf(sections: readonly BodySection[]): { text: string; html: string | null } {
  const rich = sections.some(({ html }) => html !== '');
  return {
    text: sections.map(({ text, html }) => (text === '' ? plainOf(html) : text)).join('\n'),
    html: rich ? sections.map(({ text, html }) => (html === '' ? htmlOfPlain(text) : html)).join('\n') : null,
  };
}
