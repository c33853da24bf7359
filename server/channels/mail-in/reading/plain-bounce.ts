import { plainAddress } from './addresses.ts';
import { headOfText } from './head.ts';
import { endsOf, idsOf, ownId } from './ids.ts';
import type { ReadMail } from './mail.ts';
import type { Delivery } from './report.ts';

/** Says that a mail could not be delivered, as programs write it that make no report. */
const FAILED =
  /failure notice|undeliver(ed|able)|delivery (status notification|has failed|failure|failed|incomplete)|mail delivery (failed|system)|returned mail|returned to sender|could ?n[o']t be (delivered|reached)|unable to deliver|nicht zugestellt|unzustellbar|konnte nicht .{0,40}(zugestellt|übermittelt)|non remis|n['’]a pas pu être (remis|distribu)|no se (ha )?pud[oe] entregar|no se puede entregar|non recapitabile|impossibile recapitare|onbestelbaar|niet (worden )?(afgeleverd|bezorgd)|não (foi )?(entregue|pôde ser entregue)|nie (można )?dostarcz/i;
const DELAYED =
  /delay(ed)?\b|warning: message .{0,80}|still being retried|will keep trying|not yet been delivered|verzöger|retard|retraso|vertraging|ritardo|atraso|opóźni/i;
/** Below such a line stands the original mail. */
const COPY =
  /^\s*-{2,}.*\b(below this line is a copy|copy of (the|your) message|original message|returned message|message header|ursprüngliche|undelivered message|message d['’]origine)\b.*$/im;
const ADDRESS = /(?<![\w.+-])<?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z0-9-]{2,63})>?/;
const MOST_RECIPIENTS = 50;

export type PlainBounce = { recipients: Delivery[]; originalId: string | null; references: string[] };

/** What a bounce says that is nothing but text, as of qmail, Exim and old servers of Exchange; null when it is none. */
export function plainBounceOf(mail: ReadMail): PlainBounce | null {
  const copy = COPY.exec(mail.text);
  const report = (copy ? mail.text.slice(0, copy.index) : mail.text).slice(0, 50_000);
  const original = copy ? mail.text.slice(copy.index + copy[0].length) : mail.text;
  const whole = `${mail.subject}\n${report}`;
  if (!FAILED.test(whole) && !DELAYED.test(mail.subject)) return null;
  const delayed =
    DELAYED.test(mail.subject) ||
    (!FAILED.test(mail.subject) && DELAYED.test(report) && !/\b5\.\d{1,3}\.\d{1,3}\b/.test(report));
  const header = headOfText(original.replace(/^\s*/, ''));
  const inText = /^[>\s]*message-id:\s*(<[^<>\s]+>)/im.exec(original)?.[1];
  const found = ownId(header.values('message-id')).id ?? (inText ? (idsOf([inText])[0] ?? null) : null);
  const recipients = recipientsIn(mail, report, delayed ? 'delayed' : 'failed');
  if (recipients.length === 0) return null;
  return {
    recipients,
    originalId: found,
    references: endsOf(idsOf([...header.values('references'), ...header.values('in-reply-to')])),
  };
}

/** The addresses that a bounce names before its reasons: on a line of their own, or before a colon. */
function recipientsIn(mail: ReadMail, report: string, action: Delivery['action']): Delivery[] {
  const found = new Map<string, Delivery>();
  const lines = report.split('\n');
  const add = (address: string | null, from: number) => {
    if (address === null || found.has(address) || found.size >= MOST_RECIPIENTS) return;
    const reason: string[] = [];
    for (const line of lines.slice(from, from + 12)) {
      if (reason.length > 0 && (line.trim() === '' || ADDRESS.test(line.split(/[\s:]/)[0] ?? ''))) break;
      if (line.trim() !== '') reason.push(line.trim());
    }
    const diagnostic = reason.join(' ').slice(0, 500);
    const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(diagnostic)?.[0] ?? null;
    found.set(address, { address, action, status, diagnostic: diagnostic === '' ? null : diagnostic });
  };
  for (const [at, line] of lines.entries()) {
    const alone = new RegExp(
      `^\\s*(?:[-*•]\\s*)?${ADDRESS.source}(?:\\s*\\([^)]*\\)|\\s+on\\s.{0,60})?\\s*:?\\s*$`,
    ).exec(line);
    const first = alone ?? new RegExp(`^\\s*${ADDRESS.source}\\s*:\\s+\\S`).exec(line);
    if (first) add(plainAddress(first[1] ?? ''), alone ? at + 1 : at);
  }
  for (const value of mail.header('x-failed-recipients'))
    for (const address of value.split(',')) add(plainAddress(address.trim()), lines.length);
  if (found.size === 0) {
    const at = lines.findIndex((line) => ADDRESS.test(line));
    const address = plainAddress(ADDRESS.exec(lines[at] ?? '')?.[1] ?? '');
    if (address !== mail.from?.address) add(address, at);
  }
  return [...found.values()];
}
