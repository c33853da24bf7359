import { useQueries } from '@tanstack/react-query';
import type { NameOf } from '#kernel/filter.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { reading } from '#web/api/use.ts';
import { useNameOf } from '../desk/names.ts';

const KEPT = { staleTime: 5 * 60_000 };

/** What people of clients are called, by id. */
export function useContactNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const answers = useQueries({
    queries: ids.map((id) => ({ ...reading('GET /contacts/{id}', { params: { id } }), ...KEPT })),
  });
  return new Map(answers.flatMap(({ data }) => (data ? [[data.contact.id, data.contact.name] as const] : [])));
}

/** Names for the words of one filter, its requesters among them. */
export function useFilterNames(filter: TicketFilter): NameOf {
  const nameOf = useNameOf();
  const contacts = useContactNames(filter.requesterId ?? []);
  return (field, value) => (field === 'requesterId' ? contacts.get(value) : nameOf(field, value));
}
