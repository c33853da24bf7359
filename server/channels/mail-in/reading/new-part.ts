import { cleanHtml } from '#platform/text/index.ts';
import { htmlLines, textLines } from './lines.ts';
import type { MailAttachment, MailWords } from './mail.ts';
import { htmlOfPlain } from './plain.ts';
import { quotedFrom } from './quoted-from.ts';
import { saysAnswer, saysForward } from './subject.ts';
import { tidyHtml } from './tidy.ts';

/** More characters and lines are not looked through for what is quoted: then all is new. */
const MOST = 2_097_152;
const MOST_LINES = 10_000;

/** What the sender newly wrote, and apart what was quoted, with a signature that is clearly marked; both clean. */
export type NewPart = { html: string; quoted: string | null };

/** The names of files by their Content-IDs, of those that the HTML shows. */
export const picturesOf = (files: readonly MailAttachment[]): ReadonlyMap<string, string> =>
  new Map(files.flatMap(({ contentId, name, inline }) => (contentId && inline ? [[contentId, name]] : [])));

/** Clean HTML of a whole mail. */
export function wholeOf(html: string | null, text: string, pictures: ReadonlyMap<string, string> = new Map()): string {
  const rich = html === null ? '' : tidyHtml(html, pictures);
  return rich === '' ? cleanHtml(htmlOfPlain(text)) : rich;
}

/**
 * Tells what is new in a mail from what it quotes. `separators` are our own lines above which people are asked to
 * answer, in all languages that we send. Whatever may have been written by the sender stays in `html`.
 */
export function newPartOf(
  mail: MailWords & { attachments?: readonly MailAttachment[] },
  separators: readonly string[],
): NewPart {
  const pictures = picturesOf(mail.attachments ?? []);
  const rich = mail.html !== null && mail.html.length <= MOST ? htmlLines(mail.html) : [];
  const source = rich.length > 0 && mail.html !== null ? mail.html : mail.text;
  const html = source === mail.html && rich.length > 0;
  if (source.length > MOST) return { html: wholeOf(mail.html, mail.text, pictures), quoted: null };
  const lines = html ? rich : textLines(source);
  if (lines.length > MOST_LINES) return { html: wholeOf(mail.html, mail.text, pictures), quoted: null };
  const from = quotedFrom(lines, {
    answers: mail.inReplyTo.length > 0 || mail.references.length > 0 || saysAnswer(mail.subject),
    forwards: saysForward(mail.subject),
    separators,
    name: mail.from?.name ?? '',
    answered: {
      subject: mail.subject,
      domains: new Set([...mail.to, ...mail.cc].map(({ address }) => address.slice(address.lastIndexOf('@') + 1))),
    },
  });
  const whole = () => ({ html: wholeOf(mail.html, mail.text, pictures), quoted: null });
  if (from >= lines.length || from === 0) return whole();
  // HTML is cut behind the last new word: the elements that follow it belong to what is quoted.
  const cut = html ? (lines[from - 1]?.end ?? 0) : (lines[from]?.start ?? 0);
  const shape = (piece: string) => (html ? tidyHtml(piece, pictures) : cleanHtml(htmlOfPlain(piece)));
  const fresh = shape(source.slice(0, cut));
  return fresh === '' ? whole() : { html: fresh, quoted: shape(source.slice(cut)).replace(/^<hr \/>/, '') };
}
