import type { Evidence, Facts, Person, TicketFacts } from '../facts.ts';
import type { Settled } from '../verdict.ts';
import { ends, type Filter, type Finding } from './filter.ts';
import { machineWhy } from './machine.ts';
import { writerOf } from './whose.ts';

const THREAD: Readonly<Record<Evidence['by'], string>> = {
  address: 'it came to the address at which we ask for answers to it',
  'signed id': 'it answers to a mail of ours, whose id is signed',
  'known id': 'it answers to a mail that belongs to it',
  text: 'it holds the signed word of a mail of ours',
};

const takesPart = (person: Pick<Person, 'id' | 'sight'>, ticket: TicketFacts): boolean =>
  person.id === ticket.requesterId ||
  ticket.followerIds.includes(person.id) ||
  person.sight.companyWide ||
  (person.sight.siteId !== undefined && person.sight.siteId === ticket.siteId);

/** What a person said somebody wrote joins what they take part in, as it would have by itself; else it is a matter of its own. */
function ofSettled({ clientId, writer, why }: Settled, ticket: TicketFacts, by: Evidence['by']): Finding {
  const known = 'contactId' in writer && clientId === ticket.clientId ? writer : null;
  if (known && takesPart({ id: known.contactId, sight: known.sight }, ticket))
    return ends(
      { do: 'reply', clientId, ticketId: ticket.id, writer },
      `${why}; ${known.name} takes part in ${ticket.key}, and ${THREAD[by]}`,
    );
  return { result: 'another’s', why: `${THREAD[by]}, but whose it is takes no part in that: a matter of its own` };
}

const writesFor = ({ contacts, domains }: Facts, clientId: string): boolean =>
  contacts.length === 0 && domains.some((domain) => domain.clientId === clientId);

/**
 * Whether it answers to a ticket, and may. Whoever takes part in it is let in. Somebody else of the client, or somebody unknown who holds
 * what only a mail of ours could tell, is heard by the desk alone and sees nothing; where the ticket is over, somebody says whose it is.
 * Whoever belongs elsewhere begins a matter of their own.
 */
export const thread: Filter = {
  name: 'thread',
  look(it) {
    const { mail, facts, settled } = it;
    const { ticket } = facts;
    const by = facts.evidence[0]?.by;
    if (!ticket || !by) return { result: 'none', why: 'it points to no ticket' };
    if (settled) return ofSettled(settled, ticket, by);
    const there = facts.contacts.find((person) => person.clientId === ticket.clientId && person.active);
    const place = { clientId: ticket.clientId, ticketId: ticket.id };
    if (there && takesPart(there, ticket)) {
      const machine = machineWhy(it);
      if (machine) return ends({ do: 'note', ...place, says: `A machine answered for ${there.name}` }, machine);
      return ends(
        { do: 'reply', ...place, writer: writerOf(there) },
        `${there.name} takes part in ${ticket.key}, and ${THREAD[by]}`,
      );
    }
    const signed = by !== 'known id';
    if (there || writesFor(facts, ticket.clientId) || (facts.contacts.length === 0 && signed)) {
      const { name = '', address = '' } = mail.from ?? {};
      // A note on what is over is read by nobody.
      if (ticket.isOver && !machineWhy(it))
        return ends({ do: 'hold' }, `${address} takes no part in ${ticket.key}, which it answers to and which is over`);
      const says = `${name || address} (${address}), who takes no part in this, wrote`;
      return ends(
        { do: 'note', ...place, says },
        `${address} takes no part in ${ticket.key}: it is for the desk alone, and shows them nothing`,
      );
    }
    return {
      result: 'another’s',
      why: `${THREAD[by]}, but ${mail.from?.address} belongs elsewhere: a matter of its own`,
    };
  },
};
