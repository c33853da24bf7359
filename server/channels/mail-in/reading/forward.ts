import { addressesOf } from './addresses.ts';
import { type HeaderBlock, headerBlockIn } from './header-block.ts';
import { htmlLines, type Line, textLines } from './lines.ts';
import type { MailAddress, ReadMail } from './mail.ts';
import { picturesOf, wholeOf } from './new-part.ts';
import { type Piece, plainPiece, richPiece } from './piece.ts';
import { quotedDate } from './quoted-date.ts';
import { isForwarded, isOriginal } from './reply-words.ts';
import { plainSubject, saysForward } from './subject.ts';

/** The mail that somebody passed on. */
export type Forwarded = Piece & {
  from: MailAddress;
  subject: string;
  date: string | null;
  /** What whoever passed it on says to it, as clean HTML; empty for nothing. */
  before: string;
};

/** The header of a mail that was passed on stands near its begin. */
const MOST_LINES = 2_000;
/** Lines between the words "Forwarded message" and the header that they announce. */
const BETWEEN = 3;

/** Minutes east of Greenwich where a mail was written. */
function offsetOf(date: string | undefined): number {
  const match = /([+-])(\d{2})(\d{2})\s*(?:\(|$)/.exec(date ?? '');
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

/** The header of the mail that was passed on, with the lines at which it begins and behind it. */
function originalIn(
  lines: readonly Line[],
  passedOn: boolean,
): { block: HeaderBlock; at: number; next: number } | null {
  const texts = (from: number) => lines.slice(from, from + 14).map(({ text }) => text);
  for (const [at, { text }] of lines.entries()) {
    if (isForwarded(text) || (passedOn && isOriginal(text))) {
      for (let from = at + 1; from <= at + BETWEEN; from++) {
        const block = headerBlockIn(texts(from));
        if (block) return { block, at, next: from + block.lines };
      }
    } else if (passedOn && /[:：]/.test(text)) {
      const block = headerBlockIn(texts(at));
      if (block) return { block, at, next: at + block.lines };
    }
  }
  return null;
}

/** The original of a mail that was passed on, within its text or as an attached mail; null when it carries none with a sender. */
export function forwardOf(mail: ReadMail): Forwarded | null {
  const passedOn = saysForward(mail.subject);
  const rich = mail.html === null ? [] : htmlLines(mail.html);
  const html = rich.length > 0 ? mail.html : null;
  const source = html ?? mail.text;
  const lines = html === null ? textLines(source) : rich;
  const found = originalIn(lines.slice(0, MOST_LINES), passedOn);
  const from = found ? addressesOf([senderIn(found.block.fields.get('from') ?? '')])[0] : undefined;
  if (found && from) {
    const behind = lines[found.next];
    const rest =
      html === null
        ? unquoted(source.slice(behind?.start ?? source.length), behind?.depth ?? 0)
        : source.slice(lines[found.next - 1]?.end ?? 0);
    const above = html === null ? (lines[found.at]?.start ?? 0) : (lines[found.at - 1]?.end ?? 0);
    const own = source.slice(0, above);
    return {
      from,
      before: (html === null ? plainPiece(own) : richPiece(own, picturesOf(mail.attachments))).html,
      subject: found.block.fields.get('subject') ?? plainSubject(mail.subject),
      date: quotedDate(found.block.fields.get('date') ?? '', offsetOf(mail.header('date')[0])),
      ...(html === null ? plainPiece(rest) : richPiece(rest, picturesOf(mail.attachments))),
    };
  }
  const attached = mail.contentType.type === 'multipart/report' ? undefined : mail.embedded[0];
  const same = attached && plainSubject(attached.subject) === plainSubject(mail.subject);
  const empty = mail.text.trim() === '';
  if (!attached?.from || !(passedOn || same || empty)) return null;
  return {
    from: attached.from,
    before: empty ? '' : wholeOf(mail.html, mail.text, picturesOf(mail.attachments)).html,
    subject: attached.subject,
    date: attached.date,
    ...wholeOf(attached.html, attached.text),
  };
}

/** A sender as Outlook writes it, with "[mailto:…]" and "<mailto:…>", as in a header. */
const senderIn = (value: string): string =>
  value
    .replace(/\[(?:mailto|smtp):([^\]]+)\]/gi, '<$1>')
    .replace(/(<[^<>]+>)\s*<mailto:[^<>]*>/gi, '$1')
    .replace(/([^\s<>"]+@[^\s<>"]+)<mailto:[^<>]*>/gi, '<$1>')
    .replace(/<<([^<>]+)>+/g, '<$1>')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/;\s*$/, '')
    // A name such as "Lee, Jo" stands before its address without quotes.
    .replace(/^([^"<]*,[^"<]*)</, (_, name: string) => `"${name.trim()}" <`);

/** Text without the quote marks that all of it has. */
const unquoted = (text: string, depth: number): string =>
  depth === 0
    ? text
    : text
        .split('\n')
        .map((line) => line.replace(new RegExp(`^(?: ?>){1,${depth}} ?`), ''))
        .join('\n');
