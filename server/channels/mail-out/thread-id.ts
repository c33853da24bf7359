import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel/ids.ts';

const BASE = 36;
/** 128 bits in base 36. */
const ID_LENGTH = 25;
/** About 62 bits: enough that nobody guesses one by mail. */
const SIGNATURE_LENGTH = 12;

/** Letters and digits that only this installation can make for a text. Lower case alone: mail servers change the case of addresses. */
function signature(secret: Buffer, text: string): string {
  const digest = createHmac('sha256', secret).update(`mail thread ${text}`).digest('hex');
  return BigInt(`0x${digest}`).toString(BASE).slice(-SIGNATURE_LENGTH);
}

function isSigned(secret: Buffer, text: string, claimed: string): boolean {
  const [right, given] = [Buffer.from(signature(secret, text)), Buffer.from(claimed)];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** A Message-ID (with angle brackets) that says which ticket a mail is about, so that an answer to it finds back without any table. */
export function messageIdFor(secret: Buffer, ticketId: string, mailId: string, domain: string): string {
  return `<fettle.${ticketId}.${mailId}.${signature(secret, `${ticketId}.${mailId}`)}@${domain}>`;
}

/** The ticket of one of our Message-IDs; null for any other, and for a forged one. */
export function ticketOfMessageId(secret: Buffer, messageId: string): string | null {
  const [, ticketId = '', mailId = '', signed = ''] =
    /^<?fettle\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.([0-9a-z]+)@/.exec(messageId) ?? [];
  return isId(ticketId) && isId(mailId) && isSigned(secret, `${ticketId}.${mailId}`, signed) ? ticketId : null;
}

/** A word that stands for a ticket wherever a Message-ID is lost: in an address, or in the text itself. 39 letters and digits. */
export function ticketToken(secret: Buffer, ticketId: string): string {
  const id = BigInt(`0x${ticketId.replaceAll('-', '')}`)
    .toString(BASE)
    .padStart(ID_LENGTH, '0');
  return `t-${id}${signature(secret, id)}`;
}

const TOKEN = new RegExp(`t-([0-9a-z]{${ID_LENGTH}})([0-9a-z]{${SIGNATURE_LENGTH}})(?![0-9a-z])`, 'gi');

/** A conversation holds no more; each is checked, and checking costs. */
const MOST_TOKENS = 50;

/** The tickets whose tokens a text holds, in their order; forged ones are passed over. */
export function ticketsOfTokens(secret: Buffer, text: string): string[] {
  const found = new Set<string>();
  for (const [token] of text.matchAll(TOKEN)) if (found.add(token.toLowerCase()).size >= MOST_TOKENS) break;
  return [...found].flatMap((token) => {
    const id = token.slice(2, 2 + ID_LENGTH);
    return isSigned(secret, id, token.slice(2 + ID_LENGTH)) ? [uuidOf(id)] : [];
  });
}

function uuidOf(base36: string): string {
  const number = [...base36].reduce((sum, letter) => sum * BigInt(BASE) + BigInt(Number.parseInt(letter, BASE)), 0n);
  const hex = number.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** `desk@msp.example` as an address to which answers about a ticket come (RFC 5233 subaddress). */
export function plusAddress(secret: Buffer, address: string, ticketId: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${ticketToken(secret, ticketId)}${address.slice(at)}`;
}

/** A header that every mail of this installation carries, by which it knows one that came back. */
export function installationHeader(secret: Buffer): { name: string; value: string } {
  return { name: 'X-Fettle-Installation', value: signature(secret, 'installation') };
}
