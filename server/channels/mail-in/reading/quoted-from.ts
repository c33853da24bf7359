import { type Answered, isAnswered, mayBeAnswered } from './answered.ts';
import { headerBlockIn } from './header-block.ts';
import type { Line } from './lines.ts';
import { attributionIn, isForwarded, isOriginal, isPhone, plainly, pointsBelow } from './reply-words.ts';

/** What is known of a mail when its lines are judged. */
export type Circumstances = {
  /** Whether anything says that the mail answers another: only then does it quote one. */
  answers: boolean;
  /** Whether it was passed on: then what it carries is what its sender wants to tell. */
  forwards: boolean;
  /** Our own lines above which people are asked to answer. */
  separators: readonly string[];
  /** Who wrote it, by whose name programs mark answers within what is quoted. */
  name: string;
  answered: Answered;
};

/** A mark clearly made: at most so much stands below it. */
const MOST_SIGNATURE_LINES = 15;
const MOST_SIGNATURE_LETTERS = 1_200;

type Start = { at: number /** Lines that introduce what is quoted. */; introduction: number; ours: boolean };

const comparable = (text: string) =>
  plainly(text)
    .toLowerCase()
    .replace(/[-–—_=*#>\s]+/g, ' ')
    .trim();

/** Where a mail begins to quote. */
function startOf(lines: readonly Line[], { separators, answered }: Circumstances): Start | null {
  const ours = separators.map(comparable).filter((text) => text.length > 3);
  for (const [at, line] of lines.entries()) {
    const texts = () => lines.slice(at, at + 14).map(({ text }) => text);
    const words = ours.length > 0 && line.text.length < 400 ? comparable(line.text) : '';
    if (words !== '' && ours.some((text) => words.includes(text))) return { at, introduction: 1, ours: true };
    if (line.depth > 0) return { at, introduction: 0, ours: false };
    const original = isOriginal(line.text);
    const block = original ? headerBlockIn(texts().slice(1)) : /[:：]/.test(line.text) ? headerBlockIn(texts()) : null;
    if (line.mark || (original && !block)) return { at, introduction: 0, ours: false };
    if (block && isAnswered(block, answered)) {
      // Outlook draws a line of its own above.
      const ruled = !original && at > 0 && /^[_-]{10,}$/.test(lines[at - 1]?.text ?? '');
      return { at: ruled ? at - 1 : at, introduction: block.lines + (ruled || original ? 1 : 0), ours: false };
    }
    const attribution = attributionIn(texts().slice(0, 4));
    const next = attribution ? lines[at + attribution.lines] : undefined;
    if (!attribution) continue;
    const introduces = texts().slice(0, attribution.lines).join(' ');
    if ((next && next.depth > 0) || (attribution.certain && mayBeAnswered(introduces, answered)))
      return { at, introduction: attribution.lines, ours: false };
  }
  return null;
}

/** Whether a line says something that its sender may have written. */
const isSaid = ({ text }: Line) =>
  !isPhone(text) && /[\p{L}\p{N}\p{S}\ufffc]/u.test(text.replace(/[-_=*~#|>+<\s]+/g, ''));

/** Where a signature that is clearly marked begins among the lines before an end. */
function signatureFrom(lines: readonly Line[], end: number): number {
  for (let at = end - 1; at >= 0 && at >= end - MOST_SIGNATURE_LINES - 1; at--) {
    if (lines[at]?.text !== '--' || lines[at]?.depth !== 0) continue;
    const below = lines.slice(at + 1, end);
    const letters = below.reduce((sum, { text }) => sum + text.length, 0);
    return letters <= MOST_SIGNATURE_LETTERS && lines.slice(0, at).some(isSaid) ? at : end;
  }
  return end;
}

/** Whether something new stands between or below what is quoted. */
function goesOn(lines: readonly Line[], from: number): boolean {
  const signature = signatureFrom(lines, lines.length);
  for (let at = from; at < signature; at++) {
    const line = lines[at];
    if (!line || line.depth > 0 || line.mark) {
      if (line?.mark) return false;
      continue;
    }
    const texts = lines.slice(at, at + 14).map(({ text }) => text);
    if (isOriginal(line.text) || headerBlockIn(texts)) return false;
    const attribution = attributionIn(texts.slice(0, 4));
    const next = attribution ? lines[at + attribution.lines] : undefined;
    if (attribution && next && next.depth > 0) {
      at += attribution.lines - 1;
      continue;
    }
    if (isSaid(line)) return true;
  }
  return false;
}

/**
 * The index of the first line that is not new; the number of lines when all are. In doubt everything is new: when
 * nothing says that the mail is an answer, when answers stand within or below what is quoted, when nothing would be left.
 */
export function quotedFrom(lines: readonly Line[], circumstances: Circumstances): number {
  const { answers, forwards, name } = circumstances;
  const all = lines.length;
  const start = startOf(lines, circumstances);
  const unquoted = signatureFrom(lines, all);
  if (!start) return unquoted;
  if (forwards && !start.ours) return all;
  const passedOn = lines.slice(0, start.at + start.introduction + 1).some(({ text }) => isForwarded(text));
  if (passedOn && !start.ours) return all;
  if (!(answers || start.ours)) return all;
  const first = lines[start.at + start.introduction];
  const marked = (lines[start.at]?.depth ?? 0) > 0 || (first?.depth ?? 0) > 0;
  if (marked && goesOn(lines, start.at + start.introduction)) return all;
  const before = lines.slice(0, start.at);
  if (!marked) {
    if (pointsBelow(before.map(({ text }) => text).join('\n'))) return all;
    const named = name.length > 3 ? `[${name}]` : null;
    if (named && lines.slice(start.at).some(({ text }) => text.includes(named))) return all;
  }
  if (!before.some(isSaid)) return all;
  return signatureFrom(lines, start.at);
}
