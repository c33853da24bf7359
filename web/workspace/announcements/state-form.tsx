import type { ServiceStatus } from '#shared/announcement.ts';
import type { ServiceState } from '#shared/announcement-words.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { SERVICE_CHOICES, SERVICE_WORDS } from './words.ts';

type Values = { state: ServiceState; note: string; clientIds: readonly string[] };
type Props = { status: ServiceStatus; clientId: string | null; onClose(): void };

/** Says how a service is without announcing anything. */
export function StateForm({ status, clientId, onClose }: Props) {
  const wide = useMe().allClients === true;
  const clients = useClients();
  const form = useForm<Values>({
    values: {
      state: status.state === 'operational' ? 'degraded' : 'operational',
      note: '',
      clientIds: clientId ? [clientId] : [],
    },
    rules: { clientIds: (ids) => (!wide && ids.length === 0 ? 'Choose a client.' : null) },
    save: ({ values: { state, note, clientIds } }) =>
      send(
        'PUT /services/{id}/state',
        {
          params: { id: status.service.id },
          body: { state, note: note.trim(), ...(clientIds.length > 0 ? { clientIds: [...clientIds] } : {}) },
        },
        ['GET /service-status'],
      ),
    onSaved: () => {
      toast.done(`${status.service.name}: ${SERVICE_WORDS[form.values.state].toLowerCase()}`);
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <PickField
        form={form}
        name="state"
        label="It is"
        description={
          form.values.state === 'operational'
            ? 'Ends what was said by hand; what announcements say of it stays'
            : undefined
        }
        data={SERVICE_CHOICES}
        data-autofocus
      />
      {form.values.state !== 'operational' && (
        <TextField
          form={form}
          name="note"
          label="What is wrong"
          description="Whoever has the service reads it in the portal"
          maxLength={500}
        />
      )}
      <ManyField
        form={form}
        name="clientIds"
        label="For"
        placeholder={form.values.clientIds.length === 0 ? (wide ? 'Everybody' : 'Choose') : ''}
        required={!wide}
        data={named(clients)}
      />
    </FormShell>
  );
}
