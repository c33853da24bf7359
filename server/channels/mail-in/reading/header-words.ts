import { decodeBytes } from './charset.ts';

/** An encoded word of RFC 2047; some programs leave blanks within. */
const WORD = /=\?([\w*.:+-]{1,40})\?([bq])\?([^?\r\n]{0,2000})\?=/gi;

function bytesOf(encoding: string, content: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
  const text = content
    .replace(/_/g, ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

/** A header's value with its encoded words read. Neighbours in one character set are joined before they are decoded, because some programs cut characters in two. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  const pieces: (string | { charset: string; bytes: Buffer[] })[] = [];
  let at = 0;
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = value.slice(at, match.index);
    const name = charset.toLowerCase().replace(/\*.*$/, '');
    const last = pieces.at(-1);
    const neighbour = typeof last === 'object' && between.trim() === '';
    if (!neighbour) pieces.push(between);
    const bytes = bytesOf(encoding, content);
    if (neighbour && last.charset === name) last.bytes.push(bytes);
    else pieces.push({ charset: name, bytes: [bytes] });
    at = match.index + whole.length;
  }
  pieces.push(value.slice(at));
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : decodeBytes(Buffer.concat(piece.bytes), piece.charset)))
    .join('');
}

/** Bytes of a header as text: UTF-8 where they are, else Latin-1 as Windows understands it. */
export const headerText = (bytes: Uint8Array): string => decodeBytes(bytes, '');
