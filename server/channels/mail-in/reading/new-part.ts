import { htmlLines, textLines } from './lines.ts';
import type { MailAttachment, MailWords } from './mail.ts';
import { type Piece, plainPiece, richPiece } from './piece.ts';
import { quotedFrom } from './quoted-from.ts';
import { saysAnswer, saysForward } from './subject.ts';

/** More lines are not looked through for what is quoted: then all is new. */
const MOST_LINES = 10_000;

/**
 * What the sender newly wrote, and apart what was quoted, with a signature that is clearly marked; both clean. `cut`: what is new is longer
 * than is shown.
 */
export type NewPart = Piece & { quoted: string | null };

/** The names of files by their Content-IDs, of those that the HTML shows. */
export const picturesOf = (files: readonly MailAttachment[]): ReadonlyMap<string, string> =>
  new Map(files.flatMap(({ contentId, name, inline }) => (contentId && inline ? [[contentId, name]] : [])));

/** Clean HTML of a whole mail. */
export function wholeOf(html: string | null, text: string, pictures: ReadonlyMap<string, string> = new Map()): Piece {
  const rich = html === null ? null : richPiece(html, pictures);
  return rich === null || rich.html === '' ? plainPiece(text) : rich;
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
  const whole = () => ({ ...wholeOf(mail.html, mail.text, pictures), quoted: null });
  const rich = mail.html === null ? [] : htmlLines(mail.html);
  const html = rich.length > 0;
  const source = html && mail.html !== null ? mail.html : mail.text;
  const lines = html ? rich : textLines(source);
  if (lines.length > MOST_LINES) return whole();
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
  if (from >= lines.length || from === 0) return whole();
  // HTML is cut behind the last new word: the elements that follow it belong to what is quoted.
  const cut = html ? (lines[from - 1]?.end ?? 0) : (lines[from]?.start ?? 0);
  const shape = (piece: string) => (html ? richPiece(piece, pictures) : plainPiece(piece));
  const fresh = shape(source.slice(0, cut));
  return fresh.html === '' ? whole() : { ...fresh, quoted: shape(source.slice(cut)).html.replace(/^<hr \/>/, '') };
}
