import type { TicketView } from '#shared/ticket.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { refreshTickets } from '../../actions/index.ts';
import { TOUCHED } from '../../knowledge/touched.ts';
import { send } from '../../session/send.ts';

type Props = { article: { id: string; title: string }; ticket?: TicketView; onClose(): void };

/** Says that an article is wrong or outdated; whoever looks after it sees it in the list. */
export function FlagForm({ article, ticket, onClose }: Props) {
  const params = { id: article.id };
  const form = useForm<{ note: string }>({
    values: { note: '' },
    rules: { note: needed('what is wrong with it') },
    save: async ({ values }) => {
      const body = { note: values.note.trim(), ...(ticket ? { ticketId: ticket.id } : {}) };
      const { id: flagId } = await send('POST /articles/{id}/flags', { params, body }, TOUCHED);
      await refreshTickets();
      const undo = () =>
        send('POST /articles/{id}/flags/{flagId}/settle', { params: { ...params, flagId } }, TOUCHED)
          .then(refreshTickets)
          .catch((error: unknown) => toast.fault(error, 'Not taken back'));
      toast.done(`Flagged “${article.title}”`, { undo });
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Flag as outdated" onCancel={onClose}>
      <AreaField
        form={form}
        name="note"
        label="What is wrong with it"
        description={ticket ? `Told with ${ticket.key}` : 'So that whoever looks after it knows what to change'}
        autosize
        minRows={3}
        maxLength={2_000}
        required
        data-autofocus
      />
    </FormShell>
  );
}
