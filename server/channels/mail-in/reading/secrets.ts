/** Letters of a token of ours: 32 bytes in base64url (`newToken`). */
const TOKEN_LETTERS = 43;

/** Where a secret link of ours ends and its token begins, also within an address that a mail filter wrapped (once or twice encoded). */
const HEAD =
  /(portal(?:\/|%2F|%252F)[\w/%.-]{0,200}|setup|invitation)?(?:#|%23|%2523|&#35;)token(?:=|%3D|%253D|&#61;)(?=[\w-])/gi;

/** What stands between the lines of an address that a mail program broke: line ends, marks of quotes, elements. */
const BREAK = /(?:\s|=(?=\r?\n)|&gt;|&nbsp;|>|<\/?(?:a|p|br|wbr|blockquote|span|div)\b[^<>]{0,3000}>)+/y;
const LETTERS = /[\w-]*/y;

/** What stands in the place of a secret. */
export const MASK = 'taken-out';

function at(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? '';
}

/** The pieces of a token that begins at an index, as far as a mail program broke it; null where it is none of ours. */
function piecesOf(text: string, from: number, isOurs: boolean): [start: number, end: number][] | null {
  const first = at(LETTERS, text, from).length;
  const pieces: [number, number][] = [[from, from + first]];
  let letters = first;
  let end = from + first;
  while (letters < TOKEN_LETTERS && pieces.length < 4) {
    const start = end + at(BREAK, text, end).length;
    if (start === end) break;
    const more = at(LETTERS, text, start).length;
    if (more === 0) break;
    letters += more;
    end = start + more;
    pieces.push([start, end]);
  }
  if (letters === TOKEN_LETTERS) return pieces;
  return isOurs || first === TOKEN_LETTERS ? pieces.slice(0, 1) : null;
}

/**
 * Text or HTML without the secrets of links of ours (to sign in, to approve, to rate, to accept an invitation). Whoever answers to such a
 * mail quotes it, and what is quoted is read by more people than the one whom the link is for. The link stays to be seen, and leads nowhere.
 */
export function withoutSecrets(text: string): string {
  let out = '';
  let done = 0;
  for (const match of text.matchAll(HEAD)) {
    const from = match.index + match[0].length;
    if (from < done) continue;
    for (const [index, [start, end]] of (piecesOf(text, from, match[1] !== undefined) ?? []).entries()) {
      out += text.slice(done, start) + (index === 0 ? MASK : '');
      done = end;
    }
  }
  return done === 0 ? text : out + text.slice(done);
}
