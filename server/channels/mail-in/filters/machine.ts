import type { Facts } from '../facts.ts';
import { answerBySubjectWhy, automaticWhy, calendarOf, mustNotAnswerWhy, type ReadMail } from '../reading/index.ts';

type Read = { readonly mail: ReadMail; readonly facts: Facts };

const AUTO_REPLIES = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-autoreply-from'];

/** Whether a mail answers to one of ours, by what it refers to. */
function answersUs({ mail, facts }: Read): boolean {
  const domains = new Set(facts.marks.domains.map((domain) => domain.toLowerCase()));
  const isOurs = (id: string) => domains.has(id.slice(id.lastIndexOf('@') + 1).toLowerCase());
  return facts.evidence.length > 0 || [...mail.inReplyTo, ...mail.references].some(isOurs);
}

/** Why a mail is what a calendar or a program sends by itself in answer to another, whatever its headers say. */
function answerWhy(it: Read): string | null {
  const calendar = calendarOf(it.mail)?.method === 'REPLY';
  return calendar ? 'It is the answer of a calendar to an invitation.' : answerBySubjectWhy(it.mail, answersUs(it));
}

/** Why a machine wrote a mail; null when nothing says so. */
export const machineWhy = (it: Read): string | null => automaticWhy(it.mail, [...it.facts.own]) ?? answerWhy(it);

/** Why nothing is to be sent to the writer of a mail by itself; null when something may. */
export const silentWhy = (it: Read): string | null => mustNotAnswerWhy(it.mail, [...it.facts.own]) ?? answerWhy(it);

/** Whether a machine answered, such as "I am away", as against what a machine sends of itself, such as the report of a backup. */
export const isAnswer = (it: Read): boolean =>
  /^\s*auto-replied/i.test(it.mail.header('auto-submitted')[0] ?? '') ||
  AUTO_REPLIES.some((name) => it.mail.header(name).length > 0) ||
  answerWhy(it) !== null;
