import { UnstyledButton } from '@mantine/core';
import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from '../actions/index.ts';
import { quoteStore } from './quote.ts';

type Props = { of: { ticket: TicketView; id: string }; html: string };

/** Takes back a reply whose mail has not left: it stands as a note, and its words come back to be written better. */
export function Unsend({ of: { ticket, id }, html }: Props) {
  const back = useDo('POST /tickets/{idOrKey}/undo', {
    failed: 'Not taken back',
    onDone: async () => {
      toast.done('Taken back: nobody gets it, and it stands as a note');
      quoteStore.set({ ticketId: ticket.id, html, visibility: 'public' });
      await refreshTickets();
    },
  });
  return (
    <UnstyledButton
      className="f-event-undo"
      aria-label="Undo the reply"
      disabled={back.isPending}
      onClick={() => back.mutate({ params: { idOrKey: ticket.id }, body: { eventId: id } })}
    >
      Undo
    </UnstyledButton>
  );
}
