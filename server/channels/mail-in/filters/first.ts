import { loopWhy, reportOf } from '../reading/index.ts';
import { ends, type Filter } from './filter.ts';
import { machineWhy } from './machine.ts';

/** Whether this very mail has come before: to another of our mailboxes, or fetched twice. */
export const twin: Filter = {
  name: 'twin',
  look: ({ facts, settled }) =>
    facts.twin && settled === null
      ? ends({ do: 'duplicate' }, 'this very mail has come before')
      : { result: 'none', why: 'no mail with the same id, sender, date and subject has come before' },
};

/** Whether it is one of our own mails that came back. */
export const loop: Filter = {
  name: 'loop',
  look({ mail, facts }) {
    const why = loopWhy(mail, facts.marks);
    return why ? ends({ do: 'file' }, why) : { result: 'none', why: 'it is not one of ours that came back' };
  },
};

const REPORTS = { receipt: 'a receipt', abuse: 'a report of abuse' } as const;

/** Whether a mail server reports on a mail of ours, or a program on its having been read. */
export const report: Filter = {
  name: 'report',
  look({ mail }) {
    const found = reportOf(mail);
    if (!found) return null;
    if (found.kind === 'delivery') return ends({ do: 'bounce', report: found }, 'a mail server reports on a mail');
    return ends({ do: 'file' }, `${REPORTS[found.kind]}, which nobody needs to act on`);
  },
};

/** Whether a machine wrote it: it is never answered then, opens nothing again and stops no clock. */
export const machine: Filter = {
  name: 'machine',
  look(it) {
    const why = machineWhy(it);
    return { result: why ? 'yes' : 'no', why: why ?? 'nothing says that a machine wrote it' };
  },
};
