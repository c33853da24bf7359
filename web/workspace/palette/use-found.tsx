import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { foldedWords } from '#kernel/fold.ts';
import { useGet } from '#web/api/use.ts';
import { Marked } from '#web/ui/text/marked.tsx';
import { isCalled } from '../desk/called.ts';
import { whyFound } from '../desk/why-found.tsx';
import { useCan } from '../session/me.ts';

export type Found = {
  id: string;
  label: string;
  shown: ReactNode;
  note: ReactNode;
  why?: ReactNode;
  group: string;
  /** Of a ticket. */
  key?: string;
  /** It only says something. */
  disabled?: boolean;
  run(): unknown;
};

const WAIT_MS = 120;
const LONGEST = 200;
const SHORTEST = 2;

const noSuchTicket = (key: string): Found => ({
  id: 'unknown',
  label: key,
  shown: `There is no ticket ${key}, or you may not see it`,
  note: null,
  group: 'Tickets',
  disabled: true,
  run: () => undefined,
});

/** What the desk holds that fits the text: tickets, clients, contacts and articles the reader may see. */
export function useFound(text: string): { found: Found[]; searching: boolean } {
  const wanted = text.trim().slice(0, LONGEST);
  const [q] = useDebouncedValue(wanted, WAIT_MS);
  const late = wanted !== q && wanted.length >= SHORTEST;
  const can = useCan();
  const navigate = useNavigate();
  const on = q.length >= SHORTEST;
  const keep = { placeholderData: keepPreviousData };
  const tickets = useGet(
    'GET /tickets/search',
    { query: { q, limit: 6 } },
    { enabled: on && can('ticket.read'), ...keep },
  );
  const clients = useGet('GET /clients', { query: { q, limit: 4 } }, { enabled: on && can('client.read'), ...keep });
  const contacts = useGet('GET /contacts', { query: { q, limit: 4 } }, { enabled: on && can('contact.read'), ...keep });
  const articles = useGet(
    'GET /articles',
    { query: { q, limit: 3 } },
    { enabled: on && can('knowledge.view'), ...keep },
  );
  if (!on) return { found: [], searching: late };
  const go = (href: string) => () => navigate({ href });
  const { words, items, unknownKey } = tickets.data ?? { words: [], items: [], unknownKey: null };
  const marked = (text: string, these: readonly string[] = foldedWords(q)) => <Marked text={text} words={these} />;
  const unknown: Found[] = unknownKey === null ? [] : [noSuchTicket(unknownKey)];
  const said: Found[] = items.map((one) => {
    const { ticket } = one;
    return {
      id: ticket.id,
      label: ticket.title,
      shown: marked(ticket.title, words),
      note: marked(`${ticket.key} · ${ticket.client.name}`, words),
      why: whyFound(one, words),
      group: 'Tickets',
      key: ticket.key,
      run: go(`/tickets/${ticket.key}`),
    };
  });
  const named: Found[] = [
    ...(clients.data?.items ?? []).map(({ id, name, code }) => ({
      id,
      label: name,
      shown: marked(name),
      note: marked(code),
      group: 'Clients',
      run: go(`/clients/${id}`),
    })),
    ...(contacts.data?.items ?? []).map(({ id, name, email, phone, clientName }) => ({
      id,
      label: name,
      shown: marked(name),
      note: marked([clientName, email, phone].filter(Boolean).join(' · ')),
      group: 'Contacts',
      run: go(`/contacts/${id}`),
    })),
    ...(articles.data?.items ?? []).map(({ id, title, category }) => ({
      id,
      label: title,
      shown: marked(title, articles.data?.words ?? []),
      note: category?.name ?? null,
      group: 'Articles',
      run: go(`/knowledge/${id}`),
    })),
  ];
  // Whoever types the beginning of a name means its bearer, rather than the tickets that mention it.
  const codes = new Set((clients.data?.items ?? []).filter((one) => isCalled(one, q)).map(({ id }) => id));
  const isMeant = ({ id, label }: Found) => codes.has(id) || label.toLowerCase().startsWith(q.toLowerCase());
  const searching = late || [tickets, clients, contacts, articles].some(({ isFetching }) => isFetching);
  return {
    searching,
    found: [...unknown, ...named.filter(isMeant), ...said, ...named.filter((one) => !isMeant(one))],
  };
}
