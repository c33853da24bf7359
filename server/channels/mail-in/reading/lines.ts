import { Parser } from 'htmlparser2';
import { BLOCKS, isPicture, isUnseen, LONGEST_ATTRIBUTE } from './elements.ts';

/** A line of a mail that somebody sees. */
export type Line = {
  /** Without quote marks, blanks as one. */
  text: string;
  /** Where it begins and ends in its source. */
  start: number;
  end: number;
  /** How often it is quoted, by marks or by elements. */
  depth: number;
  /** Whether an element begins here behind which a mail program puts what it quotes. */
  mark: boolean;
};

/** Stands for a picture. */
export const PICTURE = '\ufffc';

/** Elements that hold what is quoted, by class or id. */
const QUOTES =
  /(^|\s)(gmail_quote_blockquote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|isReplyContent)(\s|$)/;
/** Elements behind which everything is quoted. */
const MARKS = /(^|\s)((x_)*divRplyFwdMsg|OutlookMessageHeader|zwchr|stopSpelling)(\s|$)/;

function quotes(name: string, { class: named = '', id = '', type = '', style = '' }: Record<string, string>): boolean {
  const classes = named.slice(0, LONGEST_ATTRIBUTE);
  if (QUOTES.test(classes) || QUOTES.test(id)) return true;
  if (name !== 'blockquote') return false;
  return (
    type === 'cite' ||
    /(^|\s)(x_)*(gmail_quote|iosymail|zimbra|quote)(\s|$)/i.test(classes) ||
    /border-left|0[a-z]* 0[a-z]* 0[a-z]* \.8ex|margin:\s*0[^;]*0\.8ex/i.test(style.slice(0, LONGEST_ATTRIBUTE))
  );
}

/** The lines of HTML as they are seen, with their places in it. */
export function htmlLines(html: string): Line[] {
  const lines: Line[] = [];
  const stack: { quote: boolean; unseen: boolean; pre: boolean }[] = [];
  let depth = 0;
  let unseen = 0;
  let pre = 0;
  let text = '';
  let start = -1;
  let end = -1;
  let lineDepth = 0;
  let mark = false;

  const breakLine = () => {
    const seen = text.replace(/\s+/g, ' ').trim();
    if (seen !== '') {
      lines.push({ text: seen, start, end, depth: lineDepth, mark });
      mark = false;
    }
    text = '';
    start = -1;
  };
  const add = (piece: string, from: number, to: number) => {
    if (piece.trim() === '') {
      if (text !== '') text += ' ';
      return;
    }
    if (start < 0) {
      start = from;
      lineDepth = depth;
    }
    text += piece;
    end = to;
  };
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (BLOCKS.has(name) || name === 'br') breakLine();
        if (name === 'td' || name === 'th') text += ' ';
        const hidden = isUnseen(name, attributes);
        const quote = quotes(name, attributes);
        stack.push({ quote, unseen: hidden, pre: name === 'pre' });
        if (quote) depth += 1;
        if (hidden) unseen += 1;
        if (name === 'pre') pre += 1;
        if (unseen > 0) return;
        if (MARKS.test(attributes['id'] ?? '') || MARKS.test(attributes['class'] ?? '')) mark = true;
        if (name === 'img' && isPicture(attributes)) add(PICTURE, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(name) {
        if (BLOCKS.has(name)) breakLine();
        const closed = stack.pop();
        if (closed?.quote) depth -= 1;
        if (closed?.unseen) unseen -= 1;
        if (closed?.pre) pre -= 1;
      },
      ontext(piece) {
        if (unseen > 0) return;
        const at = parser.startIndex;
        if (pre === 0 || !piece.includes('\n')) {
          add(piece, at, parser.endIndex + 1);
          return;
        }
        let offset = at;
        for (const [index, row] of piece.split('\n').entries()) {
          if (index > 0) breakLine();
          add(row, offset, offset + row.length);
          offset += row.length + 1;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  breakLine();
  return lines;
}

/** The lines of plain text that hold anything, quote marks taken off. */
export function textLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const row of text.split('\n')) {
    const marks = /^(?: ?>)+/.exec(row)?.[0] ?? '';
    const seen = row.slice(marks.length).replace(/\s+/g, ' ').trim();
    if (seen !== '' || marks !== '')
      lines.push({ text: seen, start, end: start + row.length, depth: marks.replaceAll(' ', '').length, mark: false });
    start += row.length + 1;
  }
  // "From" at the begin of a line is marked on the way by old mail servers.
  for (const [at, line] of lines.entries()) {
    const alone = (lines[at - 1]?.depth ?? 0) === 0 && (lines[at + 1]?.depth ?? 0) === 0;
    if (line.depth === 1 && alone && text.startsWith('>From ', line.start)) line.depth = 0;
  }
  return lines;
}
