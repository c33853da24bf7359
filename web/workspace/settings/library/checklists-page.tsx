import type { ChecklistTemplateView } from '#client/index.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { LinesField } from '#web/ui/form/lines-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { lineFault, showLines } from './lines.ts';

type Values = Pick<ChecklistTemplateView, 'name' | 'description' | 'items'>;
const NEW: Values = { name: '', description: '', items: [{ text: '', required: false }] };
const LABELS = { name: 'Name', description: 'When to use it', items: 'Lines' } as const;
const TOUCHED = ['GET /checklists'] as const;
const valuesOf = ({ name, description, items }: ChecklistTemplateView): Values => ({ name, description, items });

/** Lists of what is to be done, to be put on a ticket with one key. */
export default function ChecklistsPage() {
  const can = useCan();
  const { data, error, refetch } = useGet('GET /checklists', {});
  return (
    <RecordList
      title="Checklists"
      one="checklist"
      help="Put on a ticket by hand, by a macro or by a template. Lines that must be done can hold a ticket open until they are."
      empty="The fourteen things a new starter needs are forgotten less often when they are written down."
      size={680}
      lines={data?.items.map((list) => ({
        record: list,
        id: list.id,
        name: list.name,
        words: list.items.map(({ text }) => text).join(' '),
        note: [list.items.length === 1 ? '1 line' : `${list.items.length} lines`, list.description]
          .filter(Boolean)
          .join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('library.manage')}
      form={(list, onClose) => <ChecklistForm list={list} onClose={onClose} />}
    />
  );
}

function ChecklistForm({ list, onClose }: { list: ChecklistTemplateView | null; onClose(): void }) {
  const form = useForm<Values>({
    values: list ? valuesOf(list) : NEW,
    version: list?.version ?? 0,
    rules: { name: needed('a name such as New starter'), items: lineFault(1) },
    draft: `checklist.${list?.id ?? 'new'}`,
    save: ({ values, changed, version }) =>
      list
        ? send('PATCH /checklists/{id}', { params: { id: list.id }, body: { version, ...changed } }, TOUCHED)
        : send('POST /checklists', { body: values }, TOUCHED),
    latest: async () => {
      const { items } = await call('GET /checklists', {});
      const stored = items.find(({ id }) => id === list?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={list ? 'Save' : 'Create checklist'}
      onCancel={onClose}
      labels={LABELS}
      show={showLines}
      more={
        list && (
          <DeleteButton
            what={`the checklist “${list.name}”`}
            body="Tickets that have its lines keep them. Macros that use it will stop at that step."
            remove={() => send('DELETE /checklists/{id}', { params: { id: list.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <AreaField form={form} name="description" label={LABELS.description} minRows={2} maxRows={6} />
      <LinesField
        label={LABELS.items}
        items={form.values.items}
        {...(form.errors['items'] ? { error: form.errors['items'] } : {})}
        onChange={(items) => form.set('items', items)}
      />
    </FormShell>
  );
}
