import { TextInput } from '@mantine/core';
import type { OfferedScripts } from '#shared/script.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';

type Values = { scriptId: string | null; parameters: Record<string, string>; reason: string };
const LABELS = { scriptId: 'Script', parameters: 'Its values', reason: 'Why' };
const NOTHING: Values = { scriptId: null, parameters: {}, reason: '' };

type Props = { ticketId: string; item: { id: string; name: string }; opened: boolean; onClose(): void };

/** Which approved script is to be run on a device of the ticket, and with which values. */
export function RunDialog({ opened, onClose, item, ticketId }: Props) {
  const { data } = useGet('GET /items/{id}/scripts', { params: { id: item.id } }, { enabled: opened });
  return (
    <Dialog title={`Run a script on ${item.name}`} opened={opened} onClose={onClose}>
      {opened && data && <RunForm offered={data.items} item={item} ticketId={ticketId} onClose={onClose} />}
    </Dialog>
  );
}

type FormProps = Omit<Props, 'opened'> & { offered: OfferedScripts['items'] };

function RunForm({ offered, item, ticketId, onClose }: FormProps) {
  const form = useForm<Values>({
    values: NOTHING,
    parts: ['parameters'],
    rules: { scriptId: (id) => (id === null ? 'Choose which script is to be run.' : null) },
    follow: (next, before) => (next.scriptId === before.scriptId ? next : { ...next, parameters: {} }),
    judge: ({ scriptId, parameters }) =>
      Object.fromEntries(
        (offered.find(({ id }) => id === scriptId)?.parameters ?? [])
          .filter(({ name, required }) => required && !parameters[name]?.trim())
          .map(({ name }) => [`parameters.${name}`, 'Say what it is to be.']),
      ),
    save: ({ values: { scriptId, parameters, reason } }) =>
      send(
        'POST /tickets/{idOrKey}/script-runs',
        { params: { idOrKey: ticketId }, body: { itemId: item.id, scriptId: scriptId ?? '', parameters, reason } },
        ['GET /tickets/{idOrKey}/script-runs', 'GET /tickets/{idOrKey}/timeline'],
      ),
    onSaved: () => {
      toast.done(script?.secondPerson ? 'It is asked for; a second person has to agree' : 'It is on its way');
      onClose();
    },
  });
  const script = offered.find(({ id }) => id === form.values.scriptId);
  return (
    <FormShell form={form} submit={script?.secondPerson ? 'Ask for it' : 'Run it'} onCancel={onClose} labels={LABELS}>
      <PickField
        form={form}
        name="scriptId"
        label={LABELS.scriptId}
        required
        searchable
        data-autofocus
        data={offered.map(({ id, name, connector }) => ({ value: id, label: `${name} (${connector})` }))}
      />
      {script?.description && (
        <p className="f-plain">
          <bdi>{script.description}</bdi>
        </p>
      )}
      {script?.parameters.map(({ name, help, required }) => {
        const error = form.errors[`parameters.${name}`];
        return (
          <TextInput
            key={name}
            label={<bdi>{name}</bdi>}
            description={help || undefined}
            required={required}
            maxLength={2_000}
            value={form.values.parameters[name] ?? ''}
            {...(error ? { error } : {})}
            onChange={({ currentTarget: { value } }) =>
              form.set('parameters', { ...form.values.parameters, [name]: value })
            }
          />
        );
      })}
      <TextField
        form={form}
        name="reason"
        label={LABELS.reason}
        maxLength={500}
        description="It stands in the ticket, as do the values above; write no password there"
      />
      {script?.secondPerson && <p className="f-plain">It begins when somebody else has agreed.</p>}
    </FormShell>
  );
}
