import type { Facts, Person } from '../facts.ts';
import type { Writer } from '../verdict.ts';

export const writerOf = ({ id, name, sight }: Person): Writer => ({ contactId: id, name, sight });

export type Whose = { clientId: string; writer: Writer; why: string } | { hold: string };

const known = (person: Person, why: string): Whose => ({ clientId: person.clientId, writer: writerOf(person), why });

/**
 * Whose matter a mail is: by the address, then by the mailbox, then by the domain. Where more than one client could be meant and nothing
 * tells them apart, or nobody is known, somebody of the MSP decides.
 */
export function whoseOf(from: { name: string; address: string }, facts: Facts): Whose {
  return ofKnown(facts) ?? ofNewcomer(from, facts);
}

function ofKnown({ contacts, domains, mailbox }: Facts): Whose | null {
  const active = contacts.filter((person) => person.active);
  const here = active.find(({ clientId }) => clientId === mailbox?.serves_id);
  if (here) return known(here, `${here.name} of ${here.clientName}, whose mailbox this is`);
  const [first, another] = active;
  if (first && !another) return known(first, `${first.name} of ${first.clientName}, by the address`);
  const byDomain = active.filter(({ clientId }) => domains.some((domain) => domain.clientId === clientId));
  if (byDomain.length === 1 && byDomain[0])
    return known(byDomain[0], `${byDomain[0].name} of ${byDomain[0].clientName}, by address and domain`);
  if (first)
    return known(first, `${first.name}, whom several clients know, and who last asked for ${first.clientName}`);
  const [gone] = contacts;
  return gone ? { hold: `${gone.name} of ${gone.clientName} is no longer active` } : null;
}

function ofNewcomer(from: { name: string; address: string }, { domains, mailbox }: Facts): Whose {
  const writer = { newcomer: from };
  if (mailbox?.serves_id)
    return {
      clientId: mailbox.serves_id,
      writer,
      why: `somebody new at ${mailbox.serves_name}, whose mailbox this is`,
    };
  const [one, another] = domains;
  if (!one) return { hold: `nobody knows ${from.address}` };
  if (another)
    return { hold: `${one.clientName} and ${another.clientName} both write from the domain of ${from.address}` };
  if (!one.admits)
    return { hold: `${from.address} is nobody known, and ${one.clientName} lets nobody in by the domain alone` };
  return { clientId: one.clientId, writer, why: `somebody new at ${one.clientName}, by the domain` };
}
