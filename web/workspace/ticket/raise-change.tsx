import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { RaiseDialog } from '../changes/raise.tsx';

type Props = { ticket: TicketView; opened: boolean; onClose(): void };

/** Raising a change because of a ticket: with its devices and its service. */
export function RaiseFromTicket({ ticket, opened, onClose }: Props) {
  const { data } = useGet('GET /tickets/{idOrKey}/items', { params: { idOrKey: ticket.id } }, { enabled: opened });
  const { client, title, key, service } = ticket;
  const given = data && {
    ...{ client, title, reason: `${key}: ${title}` },
    itemIds: data.items.map(({ id }) => id),
    serviceIds: service ? [service.id] : [],
  };
  return <RaiseDialog given={opened && given ? given : null} onClose={onClose} />;
}
