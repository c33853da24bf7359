import type { TicketView } from '#shared/ticket.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { refreshTickets } from '../actions/index.ts';
import { useCan, useMe } from '../session/me.ts';

/** Being told of what happens on a ticket, behind `w`; null for those who may not. */
export function useWatching(ticket: TicketView): { on: boolean; toggle(): void } | null {
  const { id } = useMe();
  const allowed = useCan()('ticket.update');
  const input = { params: { idOrKey: ticket.id }, body: { kind: 'staff' as const, id } };
  const start = useDo('POST /tickets/{idOrKey}/watchers', {
    failed: 'Not watched',
    onDone: () => {
      toast.done(`You watch ${ticket.key}: you are told of what happens`, { undo: () => stop.mutate(input) });
      return refreshTickets();
    },
  });
  const stop = useDo('DELETE /tickets/{idOrKey}/watchers', {
    failed: 'Still watched',
    onDone: () => {
      toast.done(`You no longer watch ${ticket.key}`, { undo: () => start.mutate(input) });
      return refreshTickets();
    },
  });
  const toggle = () => (ticket.watching ? stop : start).mutate(input);
  useShortcuts([{ combo: 'w', label: 'Watch, or stop watching', group: 'Ticket', run: toggle }], allowed);
  return allowed ? { on: ticket.watching, toggle } : null;
}
