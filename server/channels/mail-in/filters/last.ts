import { ends, type Filter } from './filter.ts';
import { isAnswer, silentWhy } from './machine.ts';
import { whoseOf } from './whose.ts';

/** So many tickets an hour are logged from one address; what comes beyond is kept back, and looked at together. */
export const MOST_AN_HOUR = 20;

/** A machine's answer to no ticket is nobody's work. */
export const idleAnswer: Filter = {
  name: 'idle answer',
  look: (it) =>
    isAnswer(it) && it.settled === null ? ends({ do: 'file' }, 'a machine answered, and to no ticket') : null,
};

/** Whose matter it is, and that it is one: a ticket. The chain always ends here. */
export const client: Filter = {
  name: 'client',
  look(it) {
    const { mail, facts, settled } = it;
    const whose = settled ?? whoseOf(mail.from ?? { name: '', address: '' }, facts);
    if ('hold' in whose) return ends({ do: 'hold' }, whose.hold);
    if (facts.recent >= MOST_AN_HOUR && settled === null)
      return ends({ do: 'hold' }, `more than ${MOST_AN_HOUR} tickets within an hour are from ${mail.from?.address}`);
    const silent = silentWhy(it);
    const { ticket, named, mailbox } = facts;
    const besides = [ticket, named].find((one) => one?.clientId === whose.clientId)?.id ?? null;
    const acknowledge = silent === null && mailbox?.acknowledges !== false;
    return ends(
      { do: 'ticket', clientId: whose.clientId, writer: whose.writer, besides, acknowledge, handedOn: false },
      `${whose.why}${silent ? `; not acknowledged: ${silent}` : ''}`,
    );
  },
};
