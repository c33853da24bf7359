import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TicketView } from '#shared/ticket.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField, PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../../actions/index.ts';
import { useColleagues } from '../../desk/colleagues.ts';
import { send } from '../../session/send.ts';

type Props = { ticket: TicketView; voteId: string; name: string };

/** Asks another of the client's people in place of somebody who does not answer. */
export function AskElse({ ticket, voteId, name }: Props) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        aria-label={`Ask somebody else than ${name}`}
        onClick={() => setOpened(true)}
      >
        Ask somebody else
      </Button>
      <Dialog title={`In place of ${name}`} opened={opened} onClose={close} size={440}>
        <AskElseForm ticket={ticket} voteId={voteId} name={name} onClose={close} />
      </Dialog>
    </>
  );
}

function AskElseForm({ ticket, voteId, name, onClose }: Props & { onClose(): void }) {
  const form = useForm<{ contactId: string | null; reason: string }>({
    values: { contactId: null, reason: '' },
    rules: { contactId: needed('who is asked'), reason: (text) => (text.trim() ? null : 'Say why, for the record.') },
    save: async ({ values: { contactId, reason } }) => {
      await send('POST /tickets/{idOrKey}/request/votes/{voteId}/reassign', {
        params: { idOrKey: ticket.id, voteId },
        body: { contactId: contactId ?? '', reason: reason.trim() },
      });
      toast.done(`Asked in place of ${name}`);
      await refreshTickets();
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Ask" onCancel={onClose}>
      <PickField
        form={form}
        name="contactId"
        label="Who decides instead"
        placeholder="Type a name"
        searchable
        data={named(useColleagues(ticket.client.id))}
        required
      />
      <AreaField
        form={form}
        name="reason"
        label="Why"
        description="The history keeps it"
        autosize
        minRows={2}
        maxLength={500}
        required
      />
    </FormShell>
  );
}
