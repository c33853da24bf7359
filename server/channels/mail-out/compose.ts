import type { Readable } from 'node:stream';
import { oneLine } from '#platform/text/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { MailServer } from './server.ts';

/** A mail as the transport takes it. */
export type Letter = {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  date: Date;
  inReplyTo?: string;
  references?: string;
  replyTo?: string;
  /** What the envelope says instead of the sender; empty for what must never come back. */
  envelope?: { from: string; to: string };
  /** An invitation, as its calendar. */
  icalEvent?: { method: 'REQUEST' | 'CANCEL'; filename: string; content: string };
  attachments?: { filename: string; contentType: string; content: Readable }[];
  headers: Record<string, string>;
};

export type Sender = Pick<MailServer, 'fromName' | 'fromAddress'>;

/** What is sent to whom about which ticket. */
export type MailContent = {
  messageId: string;
  ticketId: string;
  ticketKey: string;
  to: { name: string; address: string };
  subject: string;
  /** What happened, a line each. */
  lines: readonly string[];
  at: string;
};

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What every mail of ours says of itself: that nobody's out-of-office note should answer it. */
export const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * The mail about a ticket. All of one ticket hang on one thread, whose first message never was, so that each mail program puts them
 * together whichever comes first.
 */
export function composeNotification(baseUrl: string, sender: Sender, content: MailContent): Letter {
  const domain = domainOf(sender.fromAddress);
  const link = `${baseUrl}/tickets/${content.ticketKey}`;
  const settings = `${baseUrl}/account/notification-settings`;
  const thread = `<ticket.${content.ticketId}@${domain}>`;
  const subject = oneLine(content.subject);
  const lines = content.lines.map(oneLine);
  return {
    ...fromTo(sender, content.to),
    subject,
    text: [subject, '', ...lines, '', link, '', '-- ', `Choose what you get by mail: ${settings}`, ''].join('\n'),
    html: [
      `<p><a href="${textToHtml(link)}"><strong>${textToHtml(subject)}</strong></a></p>`,
      ...lines.map((line) => `<p>${textToHtml(line)}</p>`),
      `<p><a href="${textToHtml(link)}">Open the ticket</a></p>`,
      `<p><small><a href="${textToHtml(settings)}">Choose what you get by mail</a></small></p>`,
    ].join('\n'),
    messageId: content.messageId,
    date: new Date(content.at),
    inReplyTo: thread,
    references: thread,
    headers: { ...AUTOMATIC, 'List-Id': `<${content.ticketKey.toLowerCase()}.tickets.${domain}>` },
  };
}

/** A mail by which somebody sees that sending works. */
export function composeTest(baseUrl: string, sender: Sender, to: Letter['to'], messageId: string, at: string): Letter {
  const text = `This mail was sent by Fettle at ${baseUrl} to see whether sending works. It does.`;
  return {
    ...fromTo(sender, to),
    subject: 'Test mail from Fettle',
    text: `${text}\n`,
    html: `<p>${textToHtml(text)}</p>`,
    messageId,
    date: new Date(at),
    headers: AUTOMATIC,
  };
}

/** Whom a letter is from and to. */
export function fromTo({ fromName, fromAddress }: Sender, to: Letter['to']): Pick<Letter, 'from' | 'to'> {
  return {
    from: { name: oneLine(fromName), address: fromAddress },
    to: { name: oneLine(to.name), address: to.address },
  };
}
