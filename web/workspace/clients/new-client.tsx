import { useNavigate } from '@tanstack/react-router';
import { TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { CLIENT_LABELS, CLIENT_RULES, type ClientValues, PlaceFields } from './client-fields.tsx';
import { proposeCode } from './propose-code.ts';

/** Taking on a client: the code is proposed from the name until somebody types another. */
export function NewClient({ onCancel }: { onCancel(): void }) {
  const me = useMe();
  const navigate = useNavigate();
  const values: ClientValues = {
    name: '',
    code: '',
    timeZone: me.timeZone,
    language: me.language,
    country: '',
    region: '',
    groupId: null,
    importance: 'normal',
    notes: '',
  };
  const form = useForm({
    values,
    rules: CLIENT_RULES,
    draft: 'client.new',
    follow: (next, before) => {
      const typed = next.code !== before.code || before.code !== proposeCode(before.name);
      return { ...next, code: typed ? next.code.toUpperCase() : proposeCode(next.name) };
    },
    save: async ({ values: { notes: _notes, ...body } }) => {
      const { id } = await send('POST /clients', { body: { ...body, name: body.name.trim() } }, ['GET /clients']);
      await navigate({ to: '/clients/$id', params: { id } });
    },
  });
  return (
    <FormShell form={form} submit="Create client" onCancel={onCancel}>
      <div className="f-form-pair">
        <TextField
          form={form}
          name="name"
          label={CLIENT_LABELS.name}
          description="As it is known at your desk"
          required
          data-autofocus
        />
        <TextField
          form={form}
          name="code"
          label={CLIENT_LABELS.code}
          description={`Begins its ticket keys: ${form.values.code || 'ACME'}-142`}
          required
          maxLength={10}
        />
      </div>
      <PlaceFields form={form} />
    </FormShell>
  );
}
