import type { IncomingMail } from '#shared/mail.ts';

/** What became of a mail, to choose by; each stands for a part of the list. */
export const OUTCOMES = [
  { value: 'ticket', label: 'Became a ticket' },
  { value: 'reply', label: 'Answer to a ticket' },
  { value: 'note', label: 'Note for the desk' },
  { value: 'bounce', label: 'Ours did not arrive' },
  { value: 'filed', label: 'Filed: nobody’s work' },
  { value: 'duplicate', label: 'Came before' },
  { value: 'rejected', label: 'Put away' },
] as const;

/** What became of a mail in a word or three. */
export function outcomeName({ state, outcome }: Pick<IncomingMail, 'state' | 'outcome'>): string {
  if (state === 'held') return 'Kept back';
  if (state === 'failed') return 'Could not be taken';
  if (state === 'new') return 'Not looked at yet';
  return OUTCOMES.find(({ value }) => value === outcome)?.label ?? 'Done';
}

/** Whether somebody has to say what becomes of it. */
export const waits = ({ state }: Pick<IncomingMail, 'state'>): boolean => state === 'held' || state === 'failed';

/** Who wrote it, as short as one may be called. */
export const writerOf = ({ from }: Pick<IncomingMail, 'from'>): string => from.name || from.address || 'Nobody named';

const FILTERS: Readonly<Record<string, string>> = {
  twin: 'Came before?',
  loop: 'Ours come back?',
  report: 'A mail server’s report?',
  machine: 'Written by a machine?',
  proof: 'Sender proven?',
  spam: 'Spam?',
  sender: 'Says who wrote it?',
  colleague: 'One of your own?',
  thread: 'Answers to a ticket?',
  'idle answer': 'A machine’s answer to nothing?',
  client: 'Whose is it?',
};
/** What a filter asks; its own name where it is not known here. */
export const filterName = (name: string): string => FILTERS[name] ?? name;

const RESULTS: Readonly<Record<string, string>> = {
  none: 'no',
  hold: 'keep back',
  file: 'file away',
  bounce: 'note it',
  duplicate: 'leave it',
  ticket: 'log it',
  reply: 'answer',
  note: 'for the desk',
  'staff reply': 'answer of the desk',
};
/** What a filter found, or did. */
export const resultName = (result: string): string => RESULTS[result] ?? result;
