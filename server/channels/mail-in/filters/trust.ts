import { provenBy, spamWhy } from '../reading/index.ts';
import { ends, type Filter } from './filter.ts';

/** Whether the sender's mail system vouches for the address, as a mail server that we trust found out. */
export const proof: Filter = {
  name: 'proof',
  look({ mail, facts, settled }) {
    if (settled) return null;
    const { verdict, why } = provenBy(mail, facts.mailbox?.trusted_servers ?? []);
    if (verdict === 'fail') return ends({ do: 'hold' }, why);
    if (facts.staff && verdict !== 'pass')
      return ends(
        { do: 'hold' },
        `it says that it is from ${facts.staff.name} of your own, which nothing proves: ${why}`,
      );
    return { result: verdict === 'pass' ? 'proven' : 'unproven', why };
  },
};

/** Whether a mail server before us took it for spam. */
export const spam: Filter = {
  name: 'spam',
  look({ mail, settled }) {
    const why = settled ? null : spamWhy(mail);
    return why ? ends({ do: 'hold' }, why) : null;
  },
};

/** A mail that names nobody can be nobody's. */
export const anonymous: Filter = {
  name: 'sender',
  look: ({ mail, settled }) =>
    mail.from === null && settled === null ? ends({ do: 'hold' }, 'it does not say who wrote it') : null,
};
