import {
  MAIL_KINDS,
  type MailKind,
  type MailKindWords,
  type MailText,
  type MailValues,
  MESSAGE,
} from '#shared/mail-words.ts';
import type { FieldError } from './errors.ts';
import { checkTemplate, renderTemplate, timesNamed } from './template.ts';

/** What may be named in a kind of mail, `message` included where there is one. */
export function variablesOf(kind: MailKind): readonly string[] {
  const { variables, message }: MailKindWords = MAIL_KINDS[kind];
  return message === undefined ? variables : [...variables, MESSAGE];
}

/** What is wrong with the words of a mail; paths are `subject` and `text`. */
export function checkMailText(kind: MailKind, { subject, text }: MailText): FieldError[] {
  const { variables, message, needsMessage }: MailKindWords = MAIL_KINDS[kind];
  const times = timesNamed(text, MESSAGE);
  const faults = [...checkTemplate(subject, 'subject', variables), ...checkTemplate(text, 'text', variablesOf(kind))];
  if (subject.trim() === '') faults.push({ path: 'subject', message: 'must not be empty' });
  if (needsMessage && times === 0)
    faults.push({ path: 'text', message: `must name {{${MESSAGE}}} once, or the mail would not say what was written` });
  else if (message !== undefined && times > 1)
    faults.push({ path: 'text', message: `names {{${MESSAGE}}} ${times} times; once is enough` });
  return faults;
}

/** A mail's words with everything filled in, split where what was written is put in. */
export type FilledMail = {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  /** Variables that had no value and no word instead. */
  readonly empty: readonly string[];
};

/** Never stands in a text that people type. */
const GAP = '\u0000';

/** Fills in the words of a mail, in one pass, so that no value is ever read as a template. Null where they are not valid. */
export function fillMail(kind: MailKind, words: MailText, values: MailValues): FilledMail | null {
  if (checkMailText(kind, words).length > 0) return null;
  const own = Object.fromEntries(
    MAIL_KINDS[kind].variables.map((name) => [name, values[name]?.replaceAll(GAP, '') ?? null]),
  );
  const subject = renderTemplate(words.subject, own, 'text');
  const text = renderTemplate(words.text.replaceAll(GAP, ''), { ...own, [MESSAGE]: GAP }, 'text');
  if (!subject.ok || !text.ok) return null;
  const [before = '', after = ''] = text.text.split(GAP);
  return {
    subject: subject.text,
    before: before.trim(),
    after: after.trim(),
    empty: [...new Set([...subject.empty, ...text.empty])],
  };
}
