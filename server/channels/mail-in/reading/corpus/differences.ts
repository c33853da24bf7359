import {
  automaticWhy,
  calendarOf,
  forwardOf,
  mustNotAnswerWhy,
  newPartOf,
  type ReadMail,
  reportOf,
  spamWhy,
} from '../index.ts';
import { plainOf } from '../plain.ts';
import type { Expected } from './expected.ts';
import { SEPARATORS } from './read-corpus.ts';

const linesOf = (html: string) =>
  plainOf(html)
    .split('\n')
    .filter((line) => line !== '');

/** Where a mail was read otherwise than expected. */
export function differences(mail: ReadMail, expected: Expected): string[] {
  const found: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(wanted))
      found.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
  };
  /** A sentence with a word in it; neither where there is none. */
  const says = (what: string, why: string | null, word: string | undefined) => {
    if (word === undefined || !why?.includes(word)) same(what, why, word ?? null);
  };
  const { html, quoted } = newPartOf(mail, SEPARATORS);
  same('fresh', linesOf(html), expected.fresh);
  same('quoted', quoted === null ? null : linesOf(quoted), expected.quoted ?? null);
  const from = mail.from === null ? '' : `${mail.from.name} <${mail.from.address}>`.trim();
  if (expected.from !== undefined) same('from', from, expected.from);
  if (expected.subject !== undefined) same('subject', mail.subject, expected.subject);
  says('automatic', automaticWhy(mail), expected.automatic);
  says('unanswered', mustNotAnswerWhy(mail), expected.unanswered ?? expected.automatic);
  says('spam', spamWhy(mail), expected.spam);
  same('report', sorted(reportOf(mail)), sorted(expected.report ?? null));
  const forward = forwardOf(mail);
  same(
    'forward',
    forward && {
      from: `${forward.from.name} <${forward.from.address}>`.trim(),
      subject: forward.subject,
      date: forward.date,
      lines: linesOf(forward.html),
    },
    expected.forward ?? null,
  );
  same('calendar', calendarOf(mail)?.text.split('\n') ?? [], expected.calendar ?? []);
  const { attachments, faults, notes } = mail;
  same(
    'files',
    attachments.map(({ name, mediaType, size }) => [name, mediaType, size]),
    expected.files ?? [],
  );
  same(
    'inline',
    attachments.filter(({ inline }) => inline).map(({ name }) => name),
    expected.inline ?? [],
  );
  same('faults', faults, expected.faults ?? []);
  same('notes', notes, expected.notes ?? []);
  return found;
}

/** The fields of a report in one order. */
const sorted = (value: object | null) => value && Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
