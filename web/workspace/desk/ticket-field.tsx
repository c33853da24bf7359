import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useGet } from '#web/api/use.ts';
import { Select, type SelectProps } from '#web/ui/form/select.tsx';

const WAIT_MS = 150;
const LONGEST = 200;
const SHOWN = 30;

/** What is known of a ticket that is chosen. */
export type ChosenTicket = { id: string; key: string; title: string; client: { id: string; name: string } };

type Props = Pick<SelectProps, 'label' | 'description'> & {
  ticket: ChosenTicket | null;
  error?: string | undefined;
  /** Only tickets of this client; without it, of any. */
  clientId?: string | undefined;
  onTicket(ticket: ChosenTicket | null): void;
};

/** One ticket, or none: those that are open, or what fits a number or words of the subject. */
export function TicketField({ ticket, clientId, onTicket, ...rest }: Props) {
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim().slice(0, LONGEST), WAIT_MS);
  // What was chosen stands in the field as well, and is no search.
  const q = ticket && typed === labelOf(ticket).trim().slice(0, LONGEST) ? '' : typed;
  const keep = { placeholderData: keepPreviousData };
  const search = useGet(
    'GET /tickets/search',
    { query: { q, limit: SHOWN, ...(clientId ? { clientId } : {}) } },
    { enabled: q !== '', ...keep },
  );
  const open = useGet(
    'GET /tickets',
    { query: { limit: SHOWN, status: ['open'], ...(clientId ? { clientId: [clientId] } : {}) } },
    { enabled: q === '', ...keep },
  );
  const found: ChosenTicket[] = (q ? search.data?.items.map((one) => one.ticket) : open.data?.items) ?? [];
  const offered = ticket && !found.some(({ id }) => id === ticket.id) ? [ticket, ...found] : found;
  return (
    <Select
      searchable
      clearable
      placeholder="A number or words of the subject"
      nothingFoundMessage={search.isFetching ? 'Searching …' : 'No ticket fits.'}
      {...rest}
      filter={({ options }) => options}
      onSearchChange={setText}
      data={offered.map((one) => ({ value: one.id, label: labelOf(one) }))}
      value={ticket?.id ?? null}
      onChange={(id) => onTicket(offered.find((one) => one.id === id) ?? null)}
    />
  );
}

const labelOf = ({ key, title }: ChosenTicket) => `${key} ${title}`;
