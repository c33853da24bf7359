import { convert } from 'html-to-text';
import { oneLine } from '#platform/text/index.ts';
import { textToHtml } from '#shared/html.ts';
import { labelledIn } from '#shared/label-words.ts';
import type { Spoken } from '#shared/languages.ts';
import { type MailLink, mailWords } from './words.ts';

/** What a mail to one of a client's people says, and what goes around it. */
export type Said = {
  language: Spoken;
  before: string;
  /** What was written, already cleaned; null where nothing was. */
  html: string | null;
  after: string;
  /** Whether an answer to it becomes part of a conversation, so that what is quoted below is cut off. */
  answered: boolean;
  /** Names of files that are too large to go along. */
  left: readonly string[];
  links: readonly MailLink[];
  token: string | null;
  /** Who wants no more of these presses this. */
  stop?: MailLink;
};

const SMALL = 'color:#767676;font-size:12px';
const CHOICE = 'display:inline-block;padding:12px 16px;margin:0 4px 8px 0;border:1px solid #767676;border-radius:6px';

/** Both texts of a mail: as HTML, and for whoever reads none. */
export function letterText({ language, before, html, after, answered, left, links, token, stop }: Said): {
  text: string;
  html: string;
} {
  const words = mailWords(language);
  const linkText = ({ label, url }: MailLink): string => labelledIn(language, label, url);
  const files = left.length === 0 ? [] : [`${words.files} ${left.map(oneLine).join(', ')}`];
  const said = html === null ? '' : convert(html, { wordwrap: false });
  return {
    html: [
      ...(answered ? [`<p style="${SMALL}">${textToHtml(words.separator)}</p>`] : []),
      ...paragraphs(before),
      ...(html === null ? [] : [`<div>${html}</div>`]),
      ...paragraphs(after),
      ...files.map((line) => `<p style="${SMALL}">${textToHtml(line)}</p>`),
      ...(links.length === 0 ? [] : [`<p>${links.map((link) => linkHtml(link, links.length > 1)).join(' ')}</p>`]),
      ...(stop ? [`<p style="${SMALL}">${linkHtml(stop, false)}</p>`] : []),
      ...(token === null ? [] : [`<p><span style="color:#b3b3b3;font-size:10px">${token}</span></p>`]),
    ].join('\n'),
    text: [
      ...(answered ? [words.separator] : []),
      ...[before, said, after, ...files, links.map(linkText).join('\n'), ...(stop ? [linkText(stop)] : [])].flatMap(
        (part) => (part === '' ? [] : ['', part]),
      ),
      ...(token === null ? [] : ['', '-- ', token]),
      '',
    ].join('\n'),
  };
}

/** One of several is large enough to be pressed on a phone. */
const linkHtml = ({ label, url }: MailLink, isChoice: boolean): string =>
  `<a href="${textToHtml(url)}"${isChoice ? ` style="${CHOICE}"` : ''}>${textToHtml(label)}</a>`;

/** Plain words as paragraphs, one for each block between empty lines. */
export const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p>${textToHtml(block)}</p>`);
