import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { oneLine } from '#platform/text/index.ts';
import { decodeWords } from './header-words.ts';
import type { MailAddress } from './mail.ts';

/** Most characters of an address (RFC 5321: 64 before the sign, 255 behind it). */
const MOST = 320;

/** An address as it is compared and stored: lower case, the domain in ASCII, the plus tag kept; null when it is none. */
export function plainAddress(text: string): string | null {
  const address = oneLine(text)
    .replace(/^<|>$/g, '')
    .replace(/^(smtp|mailto):/i, '')
    .trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > MOST || /[\s<>]/.test(address)) return null;
  const domain = address.slice(at + 1).replace(/\.$/, '');
  if (domain === '') return null;
  const ascii = domain.startsWith('[') ? domain : domainToASCII(domain.normalize('NFC')) || domain;
  return `${address.slice(0, at)}@${ascii}`.toLowerCase();
}

/** Most mailboxes that are read out of one header. */
const MOST_MAILBOXES = 1_000;

/** The mailboxes of a header such as To, groups resolved; entries without an address are left out. */
export function addressesOf(values: readonly string[]): MailAddress[] {
  const found: MailAddress[] = [];
  for (const value of values) {
    // The header is taken apart before its words are decoded, so that an encoded comma separates nothing.
    for (const { name, address } of addressparser(value, { flatten: true })) {
      const plain = plainAddress(decodeWords(address));
      if (plain === null) continue;
      if (found.length === MOST_MAILBOXES) return found;
      found.push({ name: oneLine(decodeWords(name)).slice(0, 300), address: plain });
    }
  }
  return found;
}
