import { Button } from '@mantine/core';
import type { RecurringTicketView } from '#client/index.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { send } from '../../session/send.ts';

const TOUCHED = ['GET /recurring-tickets', 'GET /recurring-tickets/{id}'] as const;

/** Lets a ticket not come for now, or come again; either can be taken back. */
export function PauseButton({ recurring: { id, name, active } }: { recurring: RecurringTicketView }) {
  const set = (on: boolean) =>
    send(
      on ? 'POST /recurring-tickets/{id}/resume' : 'POST /recurring-tickets/{id}/pause',
      { params: { id } },
      TOUCHED,
    );
  const toggle = async () => {
    try {
      await set(!active);
      toast.done(active ? `${name} is paused` : `${name} comes again`, {
        undo: () => set(active).catch((error: unknown) => toast.fault(error, 'Not undone')),
      });
    } catch (error) {
      toast.fault(error, active ? 'Not paused' : 'Not resumed');
    }
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-label={`${active ? 'Pause' : 'Resume'} ${name}`}
      onClick={() => void toggle()}
    >
      {active ? 'Pause' : 'Resume'}
    </Button>
  );
}
