import { XmlRefused } from './refused.ts';

/** Encodings whose letters of the declaration itself are those of ASCII, by what they may be called. */
const LIKE_ASCII = /^(utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d)$/i;
const DECLARED = /^<\?xml\s[^>]{0,200}?\sencoding\s*=\s*(["'])([A-Za-z][A-Za-z0-9._-]{0,39})\1/;
const LONGEST_DECLARATION = 256;

/** The text of a document in the encoding of its byte order mark, else of its declaration, else UTF-8. Throws `XmlRefused`. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefused(`it is not written in ${encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, LONGEST_DECLARATION))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  // Of two encodings that a reader could take, neither is taken.
  if (head.includes('\0')) throw new XmlRefused('it says nowhere that it is written in UTF-16');
  const declared = DECLARED.exec(head)?.[2];
  if (declared === undefined) return 'utf-8';
  if (!LIKE_ASCII.test(declared)) throw new XmlRefused(`its encoding ${declared} is not read`);
  return declared.toLowerCase() === 'ascii' ? 'us-ascii' : declared;
}
