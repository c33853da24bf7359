import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';

type Props = { id: string; onClose(): void };
const TOUCHED = ['GET /problem-proposals'] as const;
const FORTNIGHT_MS = 14 * 86_400_000;

/** Until when a proposal is put aside. */
export function SnoozeForm({ id, onClose }: Props) {
  const form = useForm<{ until: string }>({
    values: { until: new Date(Date.now() + FORTNIGHT_MS).toISOString().slice(0, 10) },
    rules: { until: needed('a day to come') },
    save: ({ values }) => send('POST /problem-proposals/{id}/snooze', { params: { id }, body: values }, TOUCHED),
    onSaved: () => {
      toast.done('Put aside');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Put aside" onCancel={onClose}>
      <TextField form={form} name="until" label="Until" type="date" data-autofocus />
    </FormShell>
  );
}

/** Why a proposal is none; the same needs more from then on. */
export function RejectForm({ id, onClose }: Props) {
  const form = useForm<{ reason: string }>({
    values: { reason: '' },
    save: ({ values }) => send('POST /problem-proposals/{id}/reject', { params: { id }, body: values }, TOUCHED),
    onSaved: () => {
      toast.done('Rejected');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Reject" onCancel={onClose}>
      <p className="f-plain">
        The same is proposed again only when half as many again come from now on. It stays in the list of what was
        rejected.
      </p>
      <AreaField form={form} name="reason" label="Why" autosize minRows={2} maxLength={500} data-autofocus />
    </FormShell>
  );
}
