import { looseOf, textOf } from '../values.ts';

const LONGEST = 200;
/** Bytes of the longest refusal that is read: what is longer is a list, which would be read in vain. */
const LONGEST_REFUSAL = 16_384;
/** Where vendors say why they refuse, the plainest first. */
const WORDS = [
  'message',
  'Message',
  'error_description',
  'resultMessage',
  'errorMessage',
  'error message',
  'error',
  'detail',
  'Detail',
  'title',
];

/** What a refusal says in its own words, whatever its shape, in one line; empty where it says nothing that a person could read. */
export function saidIn(body: Buffer): string {
  if (body.length > LONGEST_REFUSAL) return '';
  const text = body.toString().trim();
  return text.startsWith('<') ? '' : (inJson(text) ?? text).replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST);
}

/** Null for what is no JSON. */
function inJson(text: string): string | null {
  try {
    const told = looseOf(JSON.parse(text));
    const [first] = Array.isArray(told['errors']) ? told['errors'] : [];
    const found = [
      ...WORDS.map((key) => told[key]),
      looseOf(told['error'])['message'],
      looseOf(first)['message'],
      first,
    ];
    return found.map(textOf).find((one) => one !== null) ?? '';
  } catch {
    return null;
  }
}

/** A text without what must not be said; a secret may stand in it as it is or as in an address. */
export function masked(text: string, secrets: readonly (string | null)[]): string {
  return secrets
    .filter((secret) => secret !== null && secret.length >= 4)
    .flatMap((secret) => [secret as string, encodeURIComponent(secret as string)])
    .reduce((left, secret) => left.replaceAll(secret, '…'), text);
}
