import type { ClientView } from '#shared/client.ts';
import { call } from '#web/api/client.ts';
import { SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import {
  CLIENT_LABELS,
  CLIENT_RULES,
  type ClientValues,
  clientValues,
  NotesField,
  PlaceFields,
} from './client-fields.tsx';

type Values = ClientValues & { active: boolean };
const valuesOf = (client: ClientView): Values => ({ ...clientValues(client), active: client.active });

/** Changing a client. A new code begins the keys of tickets from then on; those that exist keep theirs. */
export function EditClient({ client, onClose }: { client: ClientView; onClose(): void }) {
  const params = { id: client.id };
  const form = useForm<Values>({
    values: valuesOf(client),
    version: client.version,
    rules: CLIENT_RULES,
    draft: `client.${client.id}`,
    follow: (next) => ({ ...next, code: next.code.toUpperCase() }),
    save: ({ changed, version }) =>
      send('PATCH /clients/{id}', { params, body: { version, ...changed } }, [
        'GET /clients',
        'GET /clients/{id}',
        'GET /clients/{id}/overview',
        'GET /client-groups',
        'GET /settings',
        // The provider's own name stands above every page.
        ...(client.kind === 'internal' ? (['GET /me'] as const) : []),
      ]),
    latest: async () => {
      const stored = await call('GET /clients/{id}', { params });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={{ ...CLIENT_LABELS, active: 'Active' }}>
      <div className="f-form-pair">
        <TextField form={form} name="name" label={CLIENT_LABELS.name} required data-autofocus />
        <TextField
          form={form}
          name="code"
          label={CLIENT_LABELS.code}
          required
          maxLength={10}
          {...(form.values.code === client.code
            ? {}
            : { description: `New tickets begin with ${form.values.code}-; those that exist keep ${client.code}-` })}
        />
      </div>
      <PlaceFields form={form} />
      <NotesField form={form} />
      {client.kind === 'client' && (
        <SwitchField
          form={form}
          name="active"
          label="Active"
          description="An inactive client keeps its history but is offered nowhere"
        />
      )}
    </FormShell>
  );
}
