import { decodeBytes } from './charset.ts';
import { decodeWords } from './header-words.ts';

export type HeaderValue = { value: string; parameters: ReadonlyMap<string, string> };

/** Takes the comments out of a structured header: text in round brackets that no quotes enclose. */
export function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\') {
      if (depth === 0) out += letter + text.charAt(at + 1);
      at += 1;
    } else if (letter === '"' && depth === 0) {
      quoted = !quoted;
      out += letter;
    } else if (letter === '(' && !quoted) depth += 1;
    else if (letter === ')' && !quoted && depth > 0) depth -= 1;
    else if (depth === 0) out += letter;
  }
  // A bracket that never closes is no comment.
  return depth > 0 ? text : out;
}

/** Cuts at a sign that no quotes enclose. */
function cutAt(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\' && quoted) {
      piece += letter + text.charAt(at + 1);
      at += 1;
    } else if (letter === sign && !quoted) {
      pieces.push(piece);
      piece = '';
    } else {
      if (letter === '"') quoted = !quoted;
      piece += letter;
    }
  }
  pieces.push(piece);
  return pieces;
}

const unquote = (text: string) => {
  const value = text.trim();
  if (!value.startsWith('"')) return value;
  return value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
};

const percentBytes = (text: string) =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Value and parameters of a header such as Content-Type, with the continuations and character sets of RFC 2231. */
export function parseHeaderValue(header: string): HeaderValue {
  const [first = '', ...rest] = cutAt(withoutComments(header), ';');
  const plain = new Map<string, string>();
  const parts = new Map<string, { order: number; text: string; encoded: boolean }[]>();
  for (const piece of rest.slice(0, 200)) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1));
    const extended = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    if (!extended) {
      if (!plain.has(name)) plain.set(name, decodeWords(text));
      continue;
    }
    const key = extended[1] ?? '';
    const list = parts.get(key) ?? [];
    list.push({
      order: Number(extended[2] ?? 0),
      text,
      encoded: extended[2] === undefined || extended[3] !== undefined,
    });
    parts.set(key, list);
  }
  for (const [key, list] of parts) {
    list.sort((a, b) => a.order - b.order);
    const head = list[0];
    const charset = head?.encoded ? /^([^']*)'[^']*'/.exec(head.text) : null;
    const bytes = list.map(({ text, encoded }, index) => {
      const body = index === 0 && charset ? text.slice(charset[0].length) : text;
      return encoded ? percentBytes(body) : Buffer.from(body, 'utf8');
    });
    plain.set(key, decodeBytes(Buffer.concat(bytes), charset?.[1] || 'utf-8'));
  }
  return { value: unquote(first).toLowerCase(), parameters: plain };
}
