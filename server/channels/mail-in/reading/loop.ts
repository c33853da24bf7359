import type { ReadMail } from './mail.ts';
import { shown, titled } from './shown.ts';

/** What our own mails carry. */
export type OurMarks = {
  /** Domains behind the sign of the Message-IDs that we give; nobody else may give ids under them, unless `isOurId` tells. */
  domains: readonly string[];
  /** Whether we made a Message-ID (without angle brackets) under one of our domains, when its form or signature tells. */
  isOurId?: (id: string) => boolean;
  /** Addresses of our mailboxes. */
  addresses?: readonly string[];
  /** Headers that this installation alone writes, with their values. */
  headers?: readonly { name: string; value: string }[];
};

/** More servers than any way to us has. */
const MOST_SERVERS = 60;

/** Why a mail is one of our own that came back; null when it is not. An answer to one of ours is none. */
export function loopWhy(
  mail: ReadMail,
  { domains, isOurId = () => true, addresses = [], headers = [] }: OurMarks,
): string | null {
  const id = mail.messageId;
  const domain = id?.slice(id.lastIndexOf('@') + 1).toLowerCase();
  if (id !== null && domains.some((own) => own.toLowerCase() === domain) && isOurId(id))
    return `Its Message-ID “${shown(id)}” is one of ours.`;
  for (const { name, value } of headers)
    if (mail.header(name).some((given) => given.trim() === value)) return `It has our own header ${titled(name)}.`;
  const own = addresses.map((address) => address.toLowerCase());
  for (const value of mail.header('x-loop')) {
    const loop = value.toLowerCase().replace(/[<>]/g, '').trim();
    if (own.includes(loop)) return `Its header X-Loop names our address ${shown(loop)}.`;
  }
  for (const [name, address] of [
    ['From', mail.from?.address],
    ['Sender', mail.sender?.address],
  ] as const)
    if (address !== undefined && own.includes(address))
      return `Its sender (${name}) is our own address ${shown(address)}.`;
  const servers = mail.header('received').length;
  return servers > MOST_SERVERS
    ? `It passed ${servers} servers (header Received), as mails do that run in a circle.`
    : null;
}
