import type { GroupView } from '#client/index.ts';
import { call } from '#web/api/client.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { DeleteButton } from '../settings/lists/delete-button.tsx';

type Values = Pick<GroupView, 'name' | 'description'>;
const NEW: Values = { name: '', description: '' };
const LABELS = { name: 'Name', description: 'What it is for' } as const;
const TOUCHED = ['GET /client-groups', 'GET /clients', 'GET /clients/{id}/overview'] as const;

/** A group of clients: what it is called, and what it stands for. */
export function GroupForm({ group, onClose }: { group: GroupView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: group ? { name: group.name, description: group.description } : NEW,
    version: group?.version ?? 0,
    rules: { name: needed('a name such as Gold') },
    draft: `client-group.${group?.id ?? 'new'}`,
    save: ({ values, changed, version }) =>
      group
        ? send('PATCH /client-groups/{id}', { params: { id: group.id }, body: { version, ...changed } }, TOUCHED)
        : send('POST /client-groups', { body: values }, TOUCHED),
    latest: async () => {
      const stored = (await call('GET /client-groups', {})).items.find(({ id }) => id === group?.id);
      return stored
        ? { values: { name: stored.name, description: stored.description }, version: stored.version }
        : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={group ? 'Save' : 'Create group'}
      onCancel={onClose}
      labels={LABELS}
      more={
        group && (
          <DeleteButton
            what={`the group “${group.name}”`}
            body="A group can go once no client is in it and it has no settings of its own."
            remove={() => send('DELETE /client-groups/{id}', { params: { id: group.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <AreaField form={form} name="description" label={LABELS.description} minRows={2} maxLength={500} />
    </FormShell>
  );
}
