import { plainAddress } from './addresses.ts';
import { hasNullReturnPath, machineAddress } from './automatic.ts';
import { type Head, headOfText } from './head.ts';
import { decodeWords } from './header-words.ts';
import { endsOf, idsOf, ownId } from './ids.ts';
import type { MachinePart, ReadMail } from './mail.ts';
import { plainBounceOf } from './plain-bounce.ts';
import { shown } from './shown.ts';

/** What became of a mail for one of its recipients. */
export type Delivery = {
  address: string;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** As in "5.1.1"; null when the report does not say. */
  status: string | null;
  diagnostic: string | null;
};

/** Which mail a report is about. */
type About = {
  /** Without angle brackets. */
  originalId: string | null;
  /** Of the original mail, or of the report when it carries no original. */
  references: string[];
};

export type MailReport =
  | ({ kind: 'delivery'; recipients: Delivery[] } & About)
  | ({ kind: 'receipt'; address: string | null; disposition: string } & About)
  | ({ kind: 'abuse'; feedback: string; recipients: string[] } & About);

const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** Most recipients that are read out of one report. */
const MOST_RECIPIENTS = 200;

const partsOf = (mail: ReadMail, type: RegExp): MachinePart[] =>
  mail.machineParts.filter((part) => type.test(part.type));

/** The address in a field such as "rfc822; jo@acme.example". */
const recipientIn = (value: string | undefined): string | null =>
  value === undefined ? null : plainAddress(value.replace(/^[^;]*;\s*/, '').trim());

const firstId = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : idsOf([value])[0];

/** What a report says of the mail it is about: its headers, or what the report itself refers to. */
function aboutOf(mail: ReadMail, said?: string): About {
  const headers = partsOf(mail, /^(text\/rfc822-headers|message\/(rfc822|global)-headers)$/)[0];
  const head: Head | null = headers ? headOfText(headers.text) : null;
  const original = mail.embedded[0];
  const ids = original ? original.messageId : head ? ownId(head.values('message-id')).id : null;
  const references = original
    ? [...original.references, ...original.inReplyTo]
    : head
      ? idsOf([...head.values('references'), ...head.values('in-reply-to')])
      : [...mail.references, ...mail.inReplyTo];
  return {
    originalId: ids ?? firstId(said) ?? mail.inReplyTo[0] ?? null,
    references: endsOf([...new Set(references)]),
  };
}

/** Per recipient what a delivery report says; some programs leave out the empty lines between its groups. */
function deliveriesIn(text: string): Delivery[] {
  const found: Delivery[] = [];
  const groups = text
    .split(/\n[ \t]*\n/)
    .flatMap((group) =>
      (group.match(/^final-recipient\s*:/gim) ?? []).length > 1 ? group.split(/\n(?=final-recipient\s*:)/i) : [group],
    );
  let original: string | null = null;
  for (const group of groups) {
    if (found.length >= MOST_RECIPIENTS) break;
    const head = headOfText(group);
    const final = recipientIn(head.values('final-recipient')[0]);
    const first = recipientIn(head.values('original-recipient')[0]);
    const said = head.values('action')[0]?.trim().toLowerCase() ?? '';
    if (final === null && said === '') {
      original = first ?? original;
      continue;
    }
    const address = first ?? original ?? final;
    original = null;
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(head.values('status')[0] ?? '')?.[0] ?? null;
    const action =
      ACTIONS.find((known) => said.startsWith(known)) ??
      (status?.startsWith('4') ? 'delayed' : status?.startsWith('2') ? 'delivered' : 'failed');
    const diagnostic = head.values('diagnostic-code')[0]?.replace(/^[\w-]+\s*;\s*/, '') ?? null;
    if (address !== null)
      found.push({
        address,
        action,
        status,
        diagnostic: diagnostic === null ? null : decodeWords(diagnostic).replace(/\s+/g, ' ').slice(0, 500),
      });
  }
  return found;
}

/** The report that a mail is: of its delivery, that it was read, that it was called abuse; null when it is none. */
export function reportOf(mail: ReadMail): MailReport | null {
  const abuse = partsOf(mail, /^message\/feedback-report$/)[0];
  if (abuse) {
    const head = headOfText(abuse.text);
    return {
      kind: 'abuse',
      feedback: shown(head.values('feedback-type')[0] ?? 'abuse').toLowerCase(),
      recipients: head.values('original-rcpt-to').flatMap((value) => plainAddress(value) ?? []),
      ...aboutOf(mail),
    };
  }
  const receipt = partsOf(mail, /^message\/(global-)?disposition-notification$/)[0];
  if (receipt) {
    const head = headOfText(receipt.text);
    const said = head.values('original-message-id')[0];
    const about = aboutOf(mail, said);
    return {
      kind: 'receipt',
      address: recipientIn(head.values('final-recipient')[0] ?? head.values('original-recipient')[0]),
      disposition: shown(head.values('disposition')[0]?.replace(/^[^;]*;\s*/, '') ?? 'displayed').toLowerCase(),
      ...about,
      originalId: firstId(said) ?? about.originalId,
    };
  }
  const recipients = partsOf(mail, /^message\/(global-)?delivery-status$/).flatMap(({ text }) => deliveriesIn(text));
  if (recipients.length > 0) {
    const said = partsOf(mail, /delivery-status$/).flatMap(({ text }) =>
      headOfText(text).values('x-original-message-id'),
    )[0];
    return { kind: 'delivery', recipients, ...aboutOf(mail, said) };
  }
  const byProgram =
    hasNullReturnPath(mail) || machineAddress(mail) !== null || mail.header('x-failed-recipients').length > 0;
  const plain = byProgram ? plainBounceOf(mail) : null;
  if (!plain) return null;
  const about = aboutOf(mail);
  return {
    kind: 'delivery',
    recipients: plain.recipients,
    originalId: mail.embedded[0]?.messageId ?? plain.originalId ?? about.originalId,
    references: plain.references.length > 0 ? plain.references : about.references,
  };
}
